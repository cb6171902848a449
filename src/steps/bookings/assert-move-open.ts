import type { PayloadRequest } from 'payload'
import type { Actor } from '../../access/actor.ts'
import { DomainError } from '../../domain/domain-error.ts'

const hourMs = 3_600_000

/**
 * Customers move their own bookings only while the portal lets them, and not shortly before the
 * first visit (RS-09). Everybody else is for the lifecycle to judge.
 * @throws {DomainError} feature-off 403, outside-booking-window 422
 */
export const assertMoveOpen = async (
  req: PayloadRequest,
  { actor, startsAt }: { actor: Actor; startsAt: string | null | undefined },
): Promise<void> => {
  if (actor.kind !== 'customer' && actor.kind !== 'link') return
  const portal = await req.payload.findGlobal({
    slug: 'portal-settings',
    depth: 0,
    req,
    overrideAccess: true,
  })
  if (portal.customersMayReschedule !== true) {
    throw new DomainError('feature-off', 'Bookings cannot be moved online. Please call us.', {
      status: 403,
    })
  }
  const hours = portal.rescheduleNoticeHours ?? 0
  const start = startsAt ? Date.parse(startsAt) : Number.POSITIVE_INFINITY
  if (start - Date.now() >= hours * hourMs) return
  throw new DomainError(
    'outside-booking-window',
    `Bookings can be moved online until ${hours} hours before they start. Please call us.`,
    { status: 422, field: 'start' },
  )
}
