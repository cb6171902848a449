import { expect, test } from 'vitest'
import {
  capOf,
  isUnproven,
  mailboxCap,
  mailboxOf,
} from '../../../src/domain/messages/mailbox-cap.ts'

test.each([
  ['Ann@Example.com', 'ann@example.com'],
  [' ann@example.com', 'ann@example.com'],
  ['ann+one@example.com', 'ann@example.com'],
  ['ann+one+two@example.com', 'ann@example.com'],
  ['+ann@example.com', '+ann@example.com'],
  ['+61400111222', '+61400111222'],
])('a message to %s reaches the mailbox %s', (address, mailbox) => {
  expect(mailboxOf(address)).toBe(mailbox)
})

const confirmation = { event: 'booking-confirmed', recipientKind: 'customer' } as const
const link = { event: 'sign-in-link', recipientKind: 'account' } as const
const offer = { event: 'visit-offered', recipientKind: 'fieldworker' } as const

test.each([
  ['a stranger’s booking', { kind: 'anonymous' }, confirmation, true],
  ['a stranger’s request for a link', { kind: 'anonymous' }, link, true],
  ['what a stranger’s booking tells a fieldworker', { kind: 'anonymous' }, offer, false],
  ['a customer’s booking', { kind: 'customer', id: 'ann' }, confirmation, false],
  ['a customer’s link into their own account', { kind: 'customer', id: 'ann' }, link, false],
  ['a customer’s link into another account', { kind: 'customer', id: 'bo' }, link, true],
  ['a fieldworker’s link into another account', { kind: 'fieldworker', id: 'bo' }, link, true],
  ['the office’s booking', { kind: 'staff', id: 'olivia' }, confirmation, false],
  ['a link that the office sends', { kind: 'staff', id: 'olivia' }, link, false],
  ['what a job sends', { kind: 'system' }, confirmation, false],
])('the message of %s', (_title, caller, row, unproven) => {
  expect(isUnproven(caller, { ...row, recipient: 'ann' })).toBe(unproven)
})

test('bookings leave room for the links of a mailbox’s owner', () => {
  expect(capOf('booking-confirmed')).toBeLessThan(capOf('sign-in-link'))
  expect(capOf('password-reset')).toBe(mailboxCap)
})
