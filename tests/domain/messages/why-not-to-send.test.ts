import { describe, expect, test } from 'vitest'
import {
  isOnCalendar,
  isPaused,
  type Present,
  whyNotToSend,
} from '../../../src/domain/messages/why-not-to-send.ts'
import type { MessageEvent } from '../../../src/domain/messages/events.ts'

const visit = {
  id: 'v',
  status: 'confirmed',
  acceptance: 'accepted',
  fieldworker: { id: 'ann' },
}
const offer = { id: 'o', appointment: 'v', fieldworker: 'ann', state: 'pending' }
const live = { status: 'confirmed', isDeleted: false, isPaused: false }

const present = (change: Partial<Present> = {}): Present => ({
  booking: live,
  visit,
  offers: [],
  offer: null,
  recipient: 'ann',
  ...change,
})

const ended = { ...live, status: 'cancelled' }

describe('a message that waited', () => {
  const table: [MessageEvent, Partial<Present>, string | null][] = [
    ['booking-acknowledged', {}, 'The booking is no longer pending.'],
    ['booking-acknowledged', { booking: { ...live, status: 'pending' } }, null],
    ['booking-confirmed', {}, null],
    ['booking-confirmed', { booking: ended }, 'The booking is no longer confirmed.'],
    ['booking-retimed', { booking: ended }, 'The booking has ended.'],
    ['booking-cancelled', {}, 'The booking is not cancelled.'],
    ['booking-cancelled', { booking: ended }, null],
    ['booking-no-show', {}, 'The booking is not a no-show.'],
    ['visit-offered', { offer }, null],
    ['visit-offered', { offer: { ...offer, state: 'withdrawn' } }, 'The offer is no longer open.'],
    ['visit-assigned', {}, null],
    ['visit-assigned', { recipient: 'bo' }, 'The visit is no longer theirs.'],
    ['visit-retimed', { recipient: 'bo' }, 'The visit is no longer theirs.'],
    ['visit-retimed', { recipient: 'bo', offers: [{ ...offer, fieldworker: 'bo' }] }, null],
    ['visit-cancelled', {}, 'The visit is not cancelled.'],
    ['visit-cancelled', { visit: { ...visit, status: 'cancelled' } }, null],
    ['visit-cancelled', { booking: { ...live, isDeleted: true } }, null],
    ['accepted-on-behalf', {}, null],
    ['accepted-on-behalf', { recipient: 'bo' }, 'The visit is no longer theirs.'],
    ['declined-on-behalf', {}, 'The visit is theirs again.'],
    ['declined-on-behalf', { recipient: 'bo' }, null],
    ['offer-withdrawn', {}, 'The visit is theirs again.'],
    ['offer-withdrawn', { recipient: 'bo' }, null],
    ['offer-declined', {}, 'Someone else is coming.'],
    ['offer-declined', { visit: { ...visit, acceptance: 'declined' } }, null],
  ]

  test.each(table)('%s with %j: %s', (event, change, reason) => {
    expect(whyNotToSend(event, present(change))).toBe(reason)
  })

  test('does not leave while messages of the booking are paused', () => {
    expect(
      whyNotToSend('booking-confirmed', present({ booking: { ...live, isPaused: true } })),
    ).toBe('Messages to the customer of this booking are paused.')
  })

  test.each([
    ['customer', 'email', { isEmailPaused: true, isSmsPaused: false }, true],
    ['customer', 'sms', { isEmailPaused: true, isSmsPaused: false }, false],
    ['customer', 'sms', { isEmailPaused: false, isSmsPaused: true }, true],
    ['customer', 'email', { isEmailPaused: false, isSmsPaused: true }, false],
    ['fieldworker', 'email', { isEmailPaused: true, isSmsPaused: true }, false],
    ['staff', 'email', { isEmailPaused: true, isSmsPaused: true }, false],
    ['calendar', 'calendar', { isEmailPaused: true, isSmsPaused: true }, false],
  ])('to the %s by %s is paused with %j: %s', (recipientKind, channel, paused, expected) => {
    expect(isPaused({ recipientKind, channel }, paused)).toBe(expected)
  })

  test('does not leave for a deleted booking', () => {
    const booking = { ...live, isDeleted: true }
    expect(whyNotToSend('booking-confirmed', present({ booking }))).toBe('The booking is deleted.')
  })
})

describe('a calendar shows a visit', () => {
  test.each([
    ['once it is accepted and confirmed', { visit: { ...visit, status: 'confirmed' } }, true],
    ['not while it is pending', { visit: { ...visit, status: 'pending' } }, false],
    [
      'not while the answer is open',
      { visit: { ...visit, status: 'confirmed', acceptance: 'pending' } },
      false,
    ],
    ['not when it was declined', { visit: { ...visit, acceptance: 'declined' } }, false],
    ['not when it is cancelled', { visit: { ...visit, status: 'cancelled' } }, false],
    ['not when somebody else has it', { recipient: 'bo' }, false],
    ['not when the booking is cancelled', { booking: ended }, false],
    [
      'still when the customer was not there',
      {
        booking: { ...live, status: 'no_show' },
        visit: { ...visit, status: 'no_show' },
      },
      true,
    ],
  ] as [string, Partial<Present>, boolean][])('%s', (_name, change, isShown) => {
    expect(isOnCalendar(present(change))).toBe(isShown)
  })
})
