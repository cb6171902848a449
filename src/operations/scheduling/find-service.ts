import type { PayloadRequest } from 'payload'
import { actorOf } from '../../access/actor.ts'
import { type AvailabilityService, readService } from '../../database/availability-queries.ts'
import { DomainError } from '../../domain/domain-error.ts'

/**
 * The service by slug or id, as far as the caller may book it: the office every active one,
 * everybody else those that are open to customers while the portal is (SV-03).
 * @throws {DomainError} not-found, feature-off
 */
export const findService = async (
  req: PayloadRequest,
  slugOrId: string,
): Promise<AvailabilityService> => {
  const service = await readService(req, slugOrId)
  const { kind } = await actorOf(req)
  const isOffice = kind === 'staff' || kind === 'system' || kind === 'api-key'
  if (!service?.active || (!isOffice && !service.bookable))
    throw new DomainError('not-found', 'There is no such service.', {
      status: 404,
      field: 'service',
    })
  if (!isOffice && !service.portalEnabled)
    throw new DomainError('feature-off', 'Online booking is closed; please call us.', {
      status: 403,
    })
  return service
}
