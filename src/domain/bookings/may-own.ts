import { DomainError } from '../domain-error.ts'

/** What is known of somebody who is to look after a booking. */
export type OwnerFacts = {
  kind?: string | null | undefined
  active?: boolean | null | undefined
  permissions: readonly string[]
}

/** Whether somebody may own bookings: active office staff whose role may edit them. */
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
    'This person can’t own bookings. Choose someone in the office whose role may edit them.',
    { field: 'owner' },
  )
}
