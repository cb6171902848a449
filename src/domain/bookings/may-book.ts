import { DomainError } from '../domain-error.ts'
import { isSelfBooker } from './office.ts'

/**
 * Refuses customers and guests while the portal takes no bookings.
 * @throws {DomainError} feature-off
 */
export const assertBookingOpen = (
  actor: { kind: string },
  { bookingEnabled }: { bookingEnabled?: boolean | null | undefined },
): void => {
  if (!isSelfBooker(actor) || bookingEnabled !== false) return
  throw new DomainError('feature-off', 'Booking online is closed at the moment. Please call us.')
}

/**
 * Fieldworkers take bookings where their role says so, and then by the rules for customers.
 * @throws {DomainError} not-allowed
 */
export const assertMayBook = ({
  kind,
  permissions,
}: {
  kind: string
  permissions: ReadonlySet<string>
}): void => {
  if (kind !== 'fieldworker' || permissions.has('own.create')) return
  const message = 'Your role may not take bookings. Ask the office to take this one.'
  throw new DomainError('not-allowed', message)
}
