import { DomainError } from '../domain-error.ts'
import type { Decider } from '../lifecycle.ts'

type Facts = {
  /** The visit is the fieldworker's own. */
  isOwnVisit: boolean
  /** Its fieldworker has accepted it, or was not asked. */
  isHeld: boolean
  /** It is pending or confirmed. */
  isActive: boolean
}

/**
 * Refuses notes and duties of a visit to anybody but its fieldworker, from accepting on and while
 * the visit is live, and the office with `appointment.progress`.
 * @throws {DomainError} not-allowed, transition-refused
 */
export const assertMayReport = (
  actor: Decider,
  field: string,
  { isOwnVisit, isHeld, isActive }: Facts,
): void => {
  if (actor.kind === 'system' || actor.permissions.has('appointment.progress')) return
  if (actor.kind !== 'fieldworker' || !isOwnVisit) {
    throw new DomainError('not-allowed', 'You may not report on this visit.', {
      field,
    })
  }
  if (isActive && isHeld) return
  const why = isActive
    ? 'Accept the visit before you report on it.'
    : 'The visit has ended. Ask the office to change its notes.'
  throw new DomainError('transition-refused', why, { field })
}
