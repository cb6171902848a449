import type { SlotAnswer } from '../../../contracts/scheduling/slots.ts'
import type { Refusal } from '../../ui/call-api.ts'

/** The free times that a refusal offers in place of one that was lost. */
export const alternativesIn = (errors: readonly Refusal[]): SlotAnswer[] =>
  errors.flatMap(({ details }) => (details as { alternatives?: SlotAnswer[] })?.alternatives ?? [])
