import type { CollectionBeforeValidateHook } from 'payload'
import { readPlaceZone } from '../../database/scheduling/place-zone.ts'
import { absenceEdges } from '../../domain/scheduling/absence.ts'
import type { Unavailability } from '../../payload-types.ts'
import { idOf } from '../../domain/id-of.ts'

/**
 * Derive: an absence that is written as days or on a clock is meant where its person or location
 * is; a time that the clocks jump over there is refused.
 * @throws {DomainError} nonexistent-local-time, invalid-input
 */
export const deriveAbsence: CollectionBeforeValidateHook<Unavailability> = async ({
  data,
  req,
}) => {
  if (!data) return data
  const whose = { fieldworker: idOf(data.fieldworker), location: idOf(data.location) }
  return Object.assign(data, absenceEdges(data, await readPlaceZone(req, whose)))
}
