import { type Actor, may } from '../../access/actor.ts'
import type { Permission } from '../../domain/people/permissions.ts'
import type { Plan } from '../../contracts/bookings/bookings.ts'
import { DomainError } from '../../domain/domain-error.ts'

const refuse = (actor: Actor, permission: Permission, field: string, message: string) => {
  if (may(actor, permission)) return
  throw new DomainError('not-allowed', message, { field })
}

const pickedByHouse = new Set(['any', 'same'])

/**
 * Refuses what only staff with the flag may say of a visit: a named person, its length, how many
 * go, that nobody's time is held.
 * @throws {DomainError} not-allowed
 */
export const assertVisitAllowed = (
  actor: Actor,
  visit: Partial<Plan[number]['visits'][number]>,
): void => {
  if (visit.unreserved)
    refuse(actor, 'booking.overbook', 'unreserved', 'You may not book without a free person.')
  if (visit.fieldworker && !pickedByHouse.has(visit.fieldworker))
    refuse(actor, 'booking.assign', 'fieldworker', 'You may not choose the fieldworker.')
  if (visit.people !== undefined)
    refuse(actor, 'booking.edit', 'people', 'The service decides how many people go.')
  if (visit.end) refuse(actor, 'booking.edit', 'end', 'The service decides how long it takes.')
}

/**
 * Refuses what only staff with the flag may put into a plan: a price or a method of their own, and
 * what `assertVisitAllowed` refuses.
 * @throws {DomainError} not-allowed
 */
export const assertPlanAllowed = (actor: Actor, plan: Plan): void => {
  for (const line of plan) {
    if (line.unitAmount !== undefined)
      refuse(actor, 'price.edit', 'unitAmount', 'You may not set a price of your own.')
    if (line.method) refuse(actor, 'booking.assign', 'method', 'You may not choose the method.')
    for (const visit of line.visits) assertVisitAllowed(actor, visit)
  }
}
