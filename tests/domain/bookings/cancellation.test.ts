import { describe, expect, test } from 'vitest'
import {
  cancellationFee,
  cancelTerms,
  isCancellationOpen,
  reasonToCancel,
} from '../../../src/domain/bookings/cancellation.ts'

const now = Date.parse('2030-05-01T10:00:00Z')
const actor = (kind: string, ...permissions: string[]) => ({
  kind,
  permissions: new Set(permissions),
})
const rules = { cancelNoticeHours: 24, cancelFeeAutomatic: true, cancellationFeeAmount: 5000 }
const soon = { status: 'confirmed', startsAt: '2030-05-02T09:00:00Z' }
const far = { status: 'confirmed', startsAt: '2030-05-09T09:00:00Z' }

test.each([
  ['customer', false, false],
  ['link', false, false],
  ['customer', true, true],
  ['customer', null, true],
  ['staff', false, true],
  ['fieldworker', false, true],
])('%s may cancel where customers may: %s → %s', (kind, customersMayCancel, isOpen) => {
  expect(isCancellationOpen({ kind }, { customersMayCancel })).toBe(isOpen)
})

test.each([
  ['customer', { comment: 'Ill' }, {}, true],
  ['customer', { reason: 'Ill' }, {}, 'comment'],
  ['link', {}, { staffCancelReasonRequired: false }, 'comment'],
  ['staff', {}, {}, 'reason'],
  ['staff', { reason: 'Storm' }, {}, true],
  ['staff', {}, { staffCancelReasonRequired: false }, true],
  ['fieldworker', {}, {}, 'reason'],
  ['system', {}, {}, true],
])('%s who says %o under %o may cancel: %s', (kind, words, settings, expected) => {
  const verdict = reasonToCancel({ kind }, { words, rules: settings })

  expect(verdict === true ? true : verdict.field).toBe(expected)
})

describe('the fee', () => {
  const fee = (
    who: ReturnType<typeof actor>,
    booking: typeof soon = soon,
    words: Parameters<typeof cancellationFee>[1]['words'] = {},
  ) => cancellationFee(who, { booking, words, rules, now })

  test('is due from customers inside the notice window of a confirmed booking', () => {
    expect(fee(actor('customer')).feeAmount).toBe(5000)
    expect(fee(actor('customer'), far).feeAmount).toBe(0)
    expect(fee(actor('link'), { ...soon, status: 'pending' }).feeAmount).toBe(0)
  })

  test('is free at exactly the notice', () => {
    const startsAt = '2030-05-02T10:00:00Z'

    expect(fee(actor('customer'), { status: 'confirmed', startsAt }).feeAmount).toBe(0)
  })

  test('is due when staff cancel as well, and another one takes the right to edit prices', () => {
    const asked = { fee: { amount: 1200 } }
    expect(fee(actor('staff')).feeAmount).toBe(5000)
    expect(fee(actor('staff'), far).feeAmount).toBe(0)
    expect(fee(actor('staff', 'price.edit'), soon, asked).feeAmount).toBe(1200)
    expect(() => fee(actor('staff'), soon, asked)).toThrow('another fee')
    expect(fee(actor('customer'), soon, asked).feeAmount).toBe(5000)
    expect(fee(actor('system')).feeAmount).toBe(0)
  })

  test('is waived by those who may', () => {
    const waived = { feeAmount: 0, feeWaived: true, feeName: null }

    expect(fee(actor('staff', 'fee.waive'), soon, { fee: 'waive' })).toEqual(waived)
    expect(() => fee(actor('staff'), soon, { fee: 'waive' })).toThrow('may not waive')
  })
})

test('the terms state the fee, until when it is free, and whether a reason is needed', () => {
  const of = (kind: string, booking = soon) => cancelTerms(actor(kind), { booking, rules, now })

  expect(of('customer')).toEqual({
    feeAmount: 5000,
    feeDue: true,
    free: null,
    fees: [],
    mayWaive: false,
    mayPrice: false,
    reasonRequired: true,
    noticeHours: 24,
    freeUntil: '2030-05-01T09:00:00.000Z',
  })
  expect(of('customer', far).feeAmount).toBe(0)
  expect(of('staff', far)).toMatchObject({ feeAmount: 5000, feeDue: false, free: 'ahead' })
  expect(of('staff', { ...soon, status: 'pending' }).free).toBe('unconfirmed')
  expect(of('customer', { ...soon, status: 'cancelled' }).feeAmount).toBe(0)
})

describe('a fee of the list', () => {
  const fees = [
    { id: 'half', name: 'Half of it', kind: 'percent' as const, percent: 50 },
    { id: 'trip', name: 'Travel', kind: 'fixed' as const, amount: 8000, isDefault: true },
  ]
  const listed = { ...rules, cancellationFees: fees }
  const cancelFor = (fee: { listed: string } | undefined, booking = { ...far, total: 33_333 }) =>
    cancellationFee(actor('staff'), { booking, words: { fee }, rules: listed, now })

  test('is charged under its name where it is chosen, by share or as it is', () => {
    expect(cancelFor({ listed: 'half' })).toMatchObject({
      feeAmount: 16_667,
      feeName: 'Half of it',
    })
    expect(cancelFor({ listed: 'trip' }).feeAmount).toBe(8000)
    expect(cancelFor(undefined)).toMatchObject({ feeAmount: 0, feeName: null })
  })

  test('is due inside the notice where it is the default', () => {
    expect(cancelFor(undefined, { ...soon, total: 0 })).toMatchObject({
      feeAmount: 8000,
      feeName: 'Travel',
    })
  })

  test('is refused where the settings no longer have it', () => {
    expect(() => cancelFor({ listed: 'gone' })).toThrow('no longer have this fee')
  })
})
