import type { Refusal } from '../../ui/call-api.ts'

/** What is in the way of somebody's time and may give way to a reason. */
export type Override = { allowed: boolean; obstacles: ('absence' | 'calendar' | 'hours')[] }

/** What the refusals say of it; undefined where another visit, or something else, is in the way. */
export const overrideIn = (errors: readonly Refusal[]): Override | undefined =>
  errors
    .map(({ details }) => (details as { override?: Override } | undefined)?.override)
    .find((found) => found !== undefined)
