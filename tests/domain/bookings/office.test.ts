import { expect, test } from 'vitest'
import { isCustomer, isOffice, isSelfBooker } from '../../../src/domain/bookings/office.ts'

test.each([
  ['staff', 'office'],
  ['api-key', 'office'],
  ['system', 'office'],
  ['customer', 'customer'],
  ['link', 'customer'],
  ['fieldworker', 'neither'],
  ['anonymous', 'neither'],
])('%s belongs to: %s', (kind, side) => {
  expect({ isOffice: isOffice({ kind }), isCustomer: isCustomer({ kind }) }).toEqual({
    isOffice: side === 'office',
    isCustomer: side === 'customer',
  })
})

test('customers and guests book for themselves', () => {
  const kinds = ['anonymous', 'api-key', 'customer', 'fieldworker', 'link', 'staff', 'system']

  expect(kinds.filter((kind) => isSelfBooker({ kind }))).toEqual(['anonymous', 'customer', 'link'])
})
