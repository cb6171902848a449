import { DomainError } from '../domain-error.ts'

/** What is known of somebody who is to look after a booking. */
export type OwnerFacts = {
  kind?: string | null | undefined
  active?: boolean | null | undefined
  permissions: readonly string[]
}

/** Whether somebody may look after bookings: of the office, switched on, and let to edit them. */
export const mayOwn = ({ kind, active, permissions }: OwnerFacts): boolean =>
  kind === 'staff' && active !== false && permissions.includes('booking.edit')

/**
 * Refuses somebody who cannot look after a booking; `null` is nobody of that id.
 * @throws {DomainError} invalid-input
 */
export const assertMayOwn = (person: OwnerFacts | null): void => {
  if (person && mayOwn(person)) return
  throw new DomainError(
    'invalid-input',
    'This person cannot look after bookings. Choose somebody of the office who may edit them.',
    { field: 'owner' },
  )
}
