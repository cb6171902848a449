import { describe, expect, test } from 'vitest'
import type { BookingEffect } from '../../../src/domain/messages/effect-facts.ts'
import { effectsToDeliveries } from '../../../src/domain/messages/effects-to-deliveries.ts'
import { effectFacts } from './effects.ts'

const told = (effect: BookingEffect, change = {}) => {
  const { deliveries, notifications } = effectsToDeliveries(effect, effectFacts(change))
  return {
    messages: deliveries
      .filter(({ channel }) => channel !== 'calendar')
      .map(({ channel, event, recipient }) => `${channel} ${event} to ${recipient}`),
    calendars: deliveries
      .filter(({ channel }) => channel === 'calendar')
      .map(({ recipient }) => recipient),
    listed: notifications.map(({ event, user }) => `${event} for ${user}`),
  }
}

const holders = (event: string) => ['ann', 'bo', 'cy'].map((id) => `email ${event} to ${id}`)
const holderLists = (event: string) => ['ann', 'bo', 'cy'].map((id) => `${event} for user-${id}`)
const office = (event: string) => ['di', 'ed'].map((id) => `${event} for ${id}`)

describe('who is notified of what', () => {
  const table: [BookingEffect, string[], string[]][] = [
    ['booking-pending', ['email booking-acknowledged to c'], office('booking-received')],
    ['booking-confirmed', ['email booking-confirmed to c'], office('booking-received')],
    [
      'booking-cancelled',
      ['email booking-cancelled to c', ...holders('visit-cancelled')],
      [...holderLists('visit-cancelled'), ...office('booking-cancelled')],
    ],
    ['booking-no-show', ['email booking-no-show to c'], []],
    [
      'booking-retimed',
      ['email booking-retimed to c', ...holders('visit-retimed')],
      holderLists('visit-retimed'),
    ],
    ['booking-deleted', holders('visit-cancelled'), holderLists('visit-cancelled')],
    ['booking-restored', [], []],
    ['visit-offered', ['email visit-offered to bo'], ['visit-offered for user-bo']],
    ['visit-assigned', ['email visit-assigned to ann'], ['visit-assigned for user-ann']],
    [
      'visit-accepted',
      ['email accepted-on-behalf to ann'],
      [...office('visit-accepted'), 'accepted-on-behalf for user-ann'],
    ],
    [
      'visit-declined',
      [
        ...['di', 'ed'].map((id) => `email offer-declined to ${id}`),
        'email declined-on-behalf to cy',
      ],
      [...office('offer-declined'), 'declined-on-behalf for user-cy'],
    ],
    ['visit-cancelled', holders('visit-cancelled'), holderLists('visit-cancelled')],
    ['visit-changed', [], []],
    ['offer-withdrawn', ['email offer-withdrawn to cy'], ['offer-withdrawn for user-cy']],
  ]

  test.each(table)('%s sends %j and lists %j', (effect, messages, listed) => {
    expect(told(effect)).toMatchObject({ messages, listed })
  })

  test.each(table)('%s refreshes the calendars of who has and who had the visit', (effect) => {
    expect(told(effect).calendars).toEqual(['ann', 'cy'])
  })

  test('people are not notified of what they did themselves', () => {
    expect(told('visit-assigned', { actor: 'user-ann' })).toMatchObject({
      messages: [],
      listed: [],
    })
    expect(told('visit-declined', { actor: 'user-cy' })).toMatchObject({
      listed: office('offer-declined'),
    })
    expect(told('visit-accepted', { actor: 'user-ann' }).messages).toEqual([])
    expect(told('visit-declined', { actor: 'di' })).toMatchObject({
      messages: ['email offer-declined to ed', 'email declined-on-behalf to cy'],
      listed: ['offer-declined for ed', 'declined-on-behalf for user-cy'],
    })
  })

  test('a customer without e-mail gets a text message, one without either nothing', () => {
    const customer = { id: 'c', name: 'Jo', hasEmail: false, hasPhone: true }
    expect(told('booking-confirmed', { customer }).messages).toEqual(['sms booking-confirmed to c'])
    const silent = { ...customer, hasPhone: false }
    expect(told('booking-confirmed', { customer: silent }).messages).toEqual([])
  })

  test('a reason is passed on to the office', () => {
    const facts = effectFacts({ reason: 'Van broke down' })
    const { notifications } = effectsToDeliveries('visit-declined', facts)
    expect(notifications[0]).toMatchObject({
      title: 'cy declined FB-1',
      body: 'Tap repair, Mon, 23 Nov 2026, 9:00 am AEDT. Reason: Van broke down',
    })
  })
})

describe('the key of an effect', () => {
  const keys = (effect: BookingEffect, change = {}) =>
    effectsToDeliveries(effect, effectFacts(change)).deliveries.map(({ key }) => key)

  test('is the same when the same command is announced twice', () => {
    expect(keys('booking-cancelled')).toEqual(keys('booking-cancelled'))
    expect(new Set(keys('booking-cancelled')).size).toBe(keys('booking-cancelled').length)
  })

  test('is another one for another change of time', () => {
    const later = { booking: { id: 'b', number: 'FB-1', version: 4, status: 'confirmed' } }
    expect(keys('booking-retimed')[0]).not.toBe(keys('booking-retimed', later)[0])
  })
})
