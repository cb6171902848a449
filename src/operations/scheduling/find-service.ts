import { isOffice } from '../../domain/bookings/office.ts'
import type { PayloadRequest } from 'payload'
import { type Actor, actorOf } from '../../access/actor.ts'
import { referenceOf } from '../../database/scheduling/reference-cache.ts'
import type {
  AvailabilityService,
  ReferenceData,
} from '../../database/scheduling/reference-types.ts'
import { isStaffed } from '../../domain/catalogue/service-state.ts'
import { DomainError } from '../../domain/domain-error.ts'

/**
 * The service by slug or id, as far as the caller may book it: the office every active one,
 * everybody else those that are open to customers, and that somebody can do, while the portal is.
 * @throws {DomainError} not-found, feature-off
 */
export const serviceIn = (
  { services, people }: ReferenceData,
  { service: slugOrId, actor }: { service: string; actor: Actor },
): AvailabilityService => {
  const service = services.find(({ id, slug }) => slug === slugOrId || id === slugOrId)
  const isOfOffice = isOffice(actor)
  const isOpen = isOfOffice || (service?.bookable && isStaffed(service, people))
  if (!service?.active || !isOpen)
    throw new DomainError('not-found', 'There is no such service.', {
      field: 'service',
    })
  if (!isOfOffice && !service.portalEnabled)
    throw new DomainError('feature-off', 'Online booking is closed; please call us.')
  return service
}

/** The same for a request. @throws {DomainError} not-found, feature-off */
export const findService = async (
  req: PayloadRequest,
  service: string,
): Promise<AvailabilityService> =>
  serviceIn(await referenceOf(req), { service, actor: await actorOf(req) })
