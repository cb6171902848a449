import { DomainError } from '../domain-error.ts'

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
