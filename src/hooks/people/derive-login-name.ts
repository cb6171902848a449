import { randomUUID } from 'node:crypto'
import type { CollectionBeforeValidateHook } from 'payload'
import { addressNobodyReads, madeUpAddress } from '../../domain/people/no-email.ts'
import type { Customer } from '../../payload-types.ts'

/**
 * Derive: a customer without an e-mail address gets a login name that no mail can reach, as every
 * account needs one.
 */
export const deriveLoginName: CollectionBeforeValidateHook<Customer> = ({
  data,
  operation,
  originalDoc,
}) => {
  if (!data) return data
  const isLeftOut = operation === 'create' && data.email === undefined
  if (!isLeftOut && data.email !== null) return data
  const before = originalDoc?.email ?? ''
  return { ...data, email: addressNobodyReads(before) ? before : madeUpAddress(randomUUID()) }
}
