import { DomainError } from '../domain-error.ts'

/** What may keep a person from a time without being work: their hours, an absence, their calendar. */
export type Obstacle = 'absence' | 'calendar' | 'hours'

/** How somebody who gives out work stands to what is in the way. */
export type Overriding = {
  /** Obstacles of which nothing need be said. */
  passes: readonly Obstacle[]
  /** Whether they have the flag `booking.overbook`. */
  isAllowed: boolean
  /** Whether they said that they override. */
  isWanted: boolean
  reason: string | null
}

const sentences: Record<Obstacle, string> = {
  absence: 'The fieldworker is absent at this time.',
  calendar: 'The fieldworker has an entry in their calendar at this time.',
  hours: 'The fieldworker does not work at this time.',
}

const wayOut = 'Choose another time or person, or ask someone who can assign anyway.'

/**
 * Whether somebody may take a person's time although `obstacles` are in the way; answers those that
 * were overridden. Working hours, absences and calendar entries give way to the flag and a reason;
 * other work never does, and is not asked about here.
 * @throws {DomainError} slot-taken whose `details.override` says whether it may be overridden,
 * not-allowed, invalid-input without a reason
 */
export const assertOverride = (
  obstacles: readonly Obstacle[],
  { passes, isAllowed, isWanted, reason }: Overriding,
): Obstacle[] => {
  const inTheWay = obstacles.filter((obstacle) => !passes.includes(obstacle))
  const [first] = inTheWay
  if (!first) return []
  const said = inTheWay.map((obstacle) => sentences[obstacle]).join(' ')
  const details = { override: { allowed: isAllowed, obstacles: inTheWay } }
  if (!isWanted) throw new DomainError('slot-taken', said, { field: 'start', details })
  if (!isAllowed) {
    throw new DomainError('not-allowed', `${said} ${wayOut}`, {
      field: 'override',
      details,
    })
  }
  if (!reason?.trim()) {
    throw new DomainError('invalid-input', `${said} Say why you assign anyway.`, {
      field: 'reason',
      details,
    })
  }
  return inTheWay
}
