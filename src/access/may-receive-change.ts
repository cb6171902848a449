import { isOffice } from '../domain/bookings/office.ts'
import { type Actor, may } from './actor.ts'

/** A change and whom it concerns; `people` had, have or were asked for it. */
type Heard = { kind: string; customer?: string; people: readonly string[] }

/**
 * Whether the caller may know that this changed: the office all, fieldworkers what
 * is or was theirs, customers their own bookings. It opens nothing: what changed is read again
 * with the reader's own rights.
 */
export const mayReceiveChange = (actor: Actor, change: Heard): boolean => {
  if (change.kind === 'account' || change.kind === 'role') return false
  if (change.kind === 'reset') return true
  if (isOffice(actor)) {
    const inScope = actor.kind !== 'api-key' || actor.scopes?.includes('appointments:read')
    return inScope === true && may(actor, 'booking.view-all')
  }
  if (actor.kind === 'fieldworker') {
    return actor.fieldworker !== undefined && change.people.includes(actor.fieldworker)
  }
  if (actor.kind === 'customer') {
    return change.customer !== undefined && change.customer === actor.customer
  }
  return false
}
