import { isOffice } from '../../domain/bookings/office.ts'
import { liveStatuses } from '../../domain/bookings/states.ts'
import type { PayloadRequest } from 'payload'
import { actorOf, may } from '../../access/actor.ts'
import { DomainError } from '../../domain/domain-error.ts'
import type { Permission } from '../../domain/people/permissions.ts'
import type { Booking, Series } from '../../payload-types.ts'

/**
 * A series and its open occurrences in order of time, for somebody of the office with the flag.
 * @throws {DomainError} not-signed-in, not-allowed, not-found
 */
export const seriesFor = async (
  req: PayloadRequest,
  { id, permission }: { id: string; permission: Permission },
): Promise<{ series: Series; open: Booking[] }> => {
  const actor = await actorOf(req)
  if (actor.kind === 'anonymous') {
    throw new DomainError('not-signed-in', 'Sign in first.')
  }
  const of = { depth: 0, joins: false, req, overrideAccess: false } as const
  const series = await req.payload.findByID({
    collection: 'series',
    id,
    disableErrors: true,
    ...of,
  })
  if (!series) throw new DomainError('not-found', 'There is no such series.')
  if (!isOffice(actor) || !may(actor, permission)) {
    throw new DomainError('not-allowed', 'Your role may not change series.')
  }
  const { docs } = await req.payload.find({
    collection: 'bookings',
    where: { series: { equals: id }, status: { in: [...liveStatuses] } },
    sort: 'startsAt',
    pagination: false,
    ...of,
  })
  return { series, open: docs }
}
