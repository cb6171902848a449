import type { PayloadRequest } from 'payload'
import type { Actor } from '../../access/actor.ts'
import { moveWindow } from '../../domain/bookings/move-window.ts'
import { assertAllowed } from '../../domain/domain-error.ts'
import { rulesOf } from './booking-case.ts'

/**
 * Refuses a customer to whom the portal does not let a booking move any more.
 * @throws {DomainError} feature-off 403, outside-booking-window 422
 */
export const assertMoveOpen = async (
  req: PayloadRequest,
  { actor, startsAt }: { actor: Actor; startsAt: string | null | undefined },
): Promise<void> =>
  assertAllowed(moveWindow(actor, { startsAt, rules: await rulesOf(req), now: Date.now() }))
