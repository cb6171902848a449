import { describe, expect, test } from 'vitest'
import {
  emptyAddress,
  emptyDraft,
  type BookingDraft,
  type ServiceChoice,
} from '../../../src/admin/bookings/new/booking-draft.ts'
import { atOnlyAddress } from '../../../src/admin/bookings/new/addresses-on-file.ts'
import { draftPrice } from '../../../src/admin/bookings/new/draft-price.ts'
import {
  firstOpenStep,
  isReachable,
  stillNeeded,
} from '../../../src/admin/bookings/new/still-needed.ts'

const tap: ServiceChoice = {
  id: 'tap',
  name: 'Tap repair',
  category: 'Plumbing',
  durationMinutes: 90,
  price: '$165.00',
  unitAmount: 16_500,
  priceModel: 'job',
  mode: 'instant',
  requiresApproval: false,
  crewSize: 1,
  mobile: true,
  remote: false,
  locations: [],
  questions: [
    { key: 'count', label: 'How many taps?', type: 'number', required: true, options: [] },
  ],
}
const hourly: ServiceChoice = {
  ...tap,
  ...{ id: 'hourly', unitAmount: 9_000, priceModel: 'time', questions: [] },
}
const quoted: ServiceChoice = { ...tap, id: 'quoted', unitAmount: undefined, questions: [] }
const advice: ServiceChoice = { ...tap, id: 'advice', remote: true, questions: [] }
const services = [tap, hourly, quoted, advice]

const whole: BookingDraft = {
  ...emptyDraft,
  service: 'tap',
  answers: { count: '2' },
  address: { ...emptyAddress, line1: '12 King Street', postcode: '2042' },
  start: '2026-12-03T23:00:00.000Z',
  customer: { id: '', name: 'Pat', phone: '', email: '' },
}
const needed = (part: Partial<BookingDraft>) =>
  stillNeeded({ ...whole, ...part }, services).map(({ step, what }) => `${step}: ${what}`)

describe('what a new booking still needs', () => {
  test.each<[string, Partial<BookingDraft>, string[]]>([
    ['nothing once every step is filled in, with only a name for the customer', {}, []],
    ['a service', { service: '', answers: {} }, ['service: the service']],
    ['an answer to a required question', { answers: {} }, ['service: “How many taps?”']],
    [
      'an answer to a required question of a further service',
      { more: [{ key: 'a', service: 'tap', quantity: 1, start: '', answers: {} }] },
      ['service: “How many taps?”'],
    ],
    [
      'a street and a postcode for work at the customer’s address',
      { address: emptyAddress },
      ['service: the street', 'service: the postcode'],
    ],
    ['no typed address where one on file is chosen', { addressId: 'a', address: emptyAddress }, []],
    ['no address for work by phone', { service: 'advice', address: emptyAddress }, []],
    ['a location for work at one', { at: 'location' }, ['service: the location']],
    ['a time', { start: '' }, ['time: the time']],
    [
      'a name for a customer who is not on file',
      { customer: { id: '', name: ' ', phone: '0412 345 678', email: '' } },
      ['customer: the customer’s name'],
    ],
  ])('is %s', (_what, part, expected) => {
    expect(needed(part)).toEqual(expected)
  })

  test('opens the first step that lacks something, and none after it can be reached', () => {
    const needs = stillNeeded({ ...whole, start: '' }, services)

    expect(firstOpenStep(needs)).toBe('time')
    expect(isReachable('time', needs)).toBe(true)
    expect(isReachable('person', needs)).toBe(false)
    expect(firstOpenStep(stillNeeded(whole, services))).toBe('customer')
  })
})

describe('the price of a new booking', () => {
  const also = (service: string) => [{ key: 'a', service, quantity: 1, start: '', answers: {} }]
  test.each<[string, Partial<BookingDraft>, string]>([
    ['is empty before a service is chosen', { service: '' }, ''],
    ['counts the quantity', { quantity: 2 }, '$330.00'],
    ['is by the hour where the service is', { service: 'hourly' }, '$135.00'],
    ['adds further services', { more: also('hourly') }, '$300.00'],
    ['is on request, never nothing', { service: 'quoted' }, 'Price on request'],
    ['says what is on request', { more: also('quoted') }, '$165.00, the rest on request'],
  ])('%s', (_what, part, expected) => {
    expect(draftPrice({ ...whole, ...part }, { services, currency: 'AUD' })).toBe(expected)
  })
})

describe('the address of a customer on file', () => {
  const home = { id: 'home', line1: '1 Park Road', suburb: 'Glebe', postcode: '2037' }
  const blank = { ...whole, address: emptyAddress }

  test('is chosen by itself where there is only one', () => {
    expect(atOnlyAddress(blank, [home])).toMatchObject({ addressId: 'home', start: '' })
  })
  test('keeps the time that was chosen for the same postcode', () => {
    const near = { ...blank, address: { ...emptyAddress, postcode: '2037' } }
    expect(atOnlyAddress(near, [home])).not.toHaveProperty('start')
  })
  test('is left to choose where there are several, or one was typed', () => {
    expect(atOnlyAddress(blank, [home, { ...home, id: 'work' }])).toEqual({})
    expect(atOnlyAddress(whole, [home])).toEqual({})
  })
})
