import type { Cause } from '../../contracts/scheduling/causes.ts'
import type { Reason } from '../../domain/scheduling/explain-world.ts'

export const iso = (instant: number): string => new Date(instant).toISOString()

/** A cause as the contract tells it; `maySeeVisits` says whether a visit in the way is named. */
export const causeAnswer = (
  { skills, hours, occupied, limit, neededMinutes, code, message }: Reason,
  { nameOf, maySeeVisits }: { nameOf: (skill: string) => string; maySeeVisits: boolean },
): Cause => ({
  code,
  message,
  ...(skills && { skills: skills.map((id) => ({ id, name: nameOf(id) })) }),
  ...(hours && { hours: hours.map(({ start, end }) => ({ start: iso(start), end: iso(end) })) }),
  ...(occupied && {
    occupied: {
      kind: occupied.kind,
      start: iso(occupied.start),
      end: iso(occupied.end),
      appointment: maySeeVisits ? occupied.appointment : null,
    },
  }),
  ...(limit !== undefined && { limit: iso(limit) }),
  ...(neededMinutes !== undefined && { neededMinutes }),
})
