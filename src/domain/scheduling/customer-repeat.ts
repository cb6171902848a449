import { DomainError } from '../domain-error.ts'

type Repeatable = { name: string; active: boolean; bookable: boolean; mode: 'instant' | 'request' }
type Decided = { action: string }

/** The most visits that a customer books at once, the first included; the office may book more. */
export const mostOwnOccurrences = 26

const ownActions = new Set(['skip', 'move', 'anyone'])

/** Why a customer cannot repeat work of these services by themselves; null where they can. */
export const whyNotRepeatable = (services: readonly Repeatable[]): string | null => {
  const other = services.find(
    ({ active, bookable, mode }) => !active || !bookable || mode !== 'instant',
  )
  return other ? `${other.name} is not booked online; call us and we repeat it for you.` : null
}

/**
 * What a customer may repeat by themselves: work that can be booked online, so many visits
 * at most, and each of them with somebody who comes.
 * @throws {DomainError} not-allowed, invalid-input
 */
export const assertOwnRepeat = ({
  services,
  occurrences,
  resolutions,
}: {
  services: readonly Repeatable[]
  /** How many, the first included. */
  occurrences: number
  resolutions: readonly Decided[]
}): void => {
  const reason = whyNotRepeatable(services)
  if (reason) throw new DomainError('not-allowed', reason, { field: 'booking' })
  if (occurrences > mostOwnOccurrences) {
    throw new DomainError(
      'invalid-input',
      `Book ${mostOwnOccurrences} visits at once at most; you can add more later.`,
      { field: 'rule' },
    )
  }
  if (resolutions.every(({ action }) => ownActions.has(action))) return
  throw new DomainError('not-allowed', 'Only the office can leave a visit without a person.', {
    field: 'resolutions',
  })
}
