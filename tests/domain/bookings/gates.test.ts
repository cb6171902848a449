import { expect, test } from 'vitest'
import {
  isAnswered,
  isOpenToAnswers,
  isReadyToConfirm,
  openingGates,
} from '../../../src/domain/bookings/gates.ts'

const free = openingGates({ requiresApproval: false })
const visit = (acceptance: string, method = 'request', status = 'pending') => ({
  status,
  acceptance,
  method,
})

test('approval is the one gate that a new booking may have to wait for', () => {
  expect(free).toEqual({
    approval: 'not_required',
    customer: 'not_required',
    deposit: 'not_required',
  })
  expect(openingGates({ requiresApproval: true })).toEqual({ ...free, approval: 'open' })
})

test.each([
  ['not_required', true],
  ['passed', true],
  ['open', false],
  ['rejected', false],
  ['declined', false],
  ['expired', false],
])('a gate that is %s lets the booking on: %s', (state, isOpen) => {
  for (const gate of ['approval', 'customer', 'deposit']) {
    expect(isOpenToAnswers({ ...free, [gate]: state })).toBe(isOpen)
  }
})

test.each([
  ['accepted', 'request', true],
  ['accepted', 'broadcast', true],
  ['not_required', 'direct', true],
  ['pending', 'request', false],
  ['pending', 'broadcast', false],
  ['declined', 'request', false],
  ['declined', 'direct', false],
  ['unassigned', 'direct', true],
  ['unassigned', 'request', false],
  ['unassigned', 'broadcast', false],
])('a visit %s by %s is answered: %s', (acceptance, method, answered) => {
  expect(isAnswered(visit(acceptance, method))).toBe(answered)
})

test('a booking confirms when the last visit that still stands is answered', () => {
  const accepted = visit('accepted')

  expect(isReadyToConfirm(free, [accepted, visit('pending')])).toBe(false)
  expect(isReadyToConfirm(free, [accepted, visit('accepted')])).toBe(true)
  expect(isReadyToConfirm(free, [accepted, visit('pending', 'request', 'cancelled')])).toBe(true)
  expect(isReadyToConfirm({ ...free, approval: 'open' }, [accepted])).toBe(false)
})
