import { DomainError } from '../domain-error.ts'

type Facts = {
  isSaidWhy: boolean
  /** It is pending or confirmed, and not on the Deleted list. */
  isLive: boolean
  isOtherCustomer: boolean
  /** No visit has begun. */
  isUntouched: boolean
  isInSeries: boolean
  hasPictures: boolean
}

const refusals: [keyof Facts, boolean, string][] = [
  ['isLive', false, 'The booking has ended and stays with its customer.'],
  ['isOtherCustomer', false, 'The booking is this customer’s already.'],
  ['isUntouched', false, 'A visit has begun, so the booking stays with its customer.'],
  ['isInSeries', true, 'The booking is part of a series. End the series, then book it anew.'],
  ['hasPictures', true, 'Pictures of the customer’s belong to the booking. Remove them first.'],
]

/**
 * Refuses to give a booking to another customer once it has a past with the first one.
 * @throws {DomainError} invalid-input without a reason, transition-refused
 */
export const assertMayChangeCustomer = (facts: Facts): void => {
  if (!facts.isSaidWhy) {
    throw new DomainError('invalid-input', 'Say why the booking goes to another customer.', {
      field: 'reason',
    })
  }
  const refusal = refusals.find(([fact, refused]) => facts[fact] === refused)
  if (!refusal) return
  throw new DomainError('transition-refused', refusal[2], { field: 'customer' })
}
