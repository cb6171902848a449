import { describe, expect, test } from 'vitest'
import { missingFields, newBooking } from '../../site/src/lib/booking-request.ts'
import { idempotencyKey } from '../../site/src/lib/idempotency-key.ts'
import { chosenPlace, placeChoices } from '../../site/src/lib/place-choices.ts'
import type { Service } from '../../site/src/lib/shapes.ts'

const service: Service = {
  id: 's1',
  slug: 'tap-repair',
  name: 'Tap repair',
  description: null,
  category: null,
  durationMinutes: 60,
  price: null,
  priceModel: 'job',
  mode: 'instant',
  requiresApproval: false,
  locationTypes: ['mobile'],
  locations: [],
  questions: [
    { key: 'count', label: 'How many?', type: 'number', required: true, options: [] },
    { key: 'pets', label: 'Any pets?', type: 'checkbox', required: false, options: [] },
    { key: 'colour', label: 'Colour', type: 'text', required: false, options: [] },
  ],
}
const home = { value: 'address', label: '', hint: null, kind: 'mobile', timezone: null } as const
const draft = {
  'address.line1': '12 King Street',
  'address.suburb': 'Newtown',
  'address.postcode': '2042',
  start: '2026-11-24T00:00:00.000Z',
  'customer.name': 'Jo Park',
  'customer.email': 'jo@example.com',
  'answers.count': '2',
}
const customer = {
  kind: 'customer',
  id: 'c1',
  name: 'Jo Park',
  email: 'jo@example.com',
  phone: null,
  permissions: [],
  counts: { offers: 0, notifications: 0 },
} as const

test('a hold goes along with the wish, which stays the same without it', () => {
  const hold = '0199a8f6-3c1e-7000-8000-000000000001'
  const wish = newBooking({ draft: { ...draft, hold }, service, place: home, me: null })
  const plain = newBooking({ draft: { ...draft, hold: 'x' }, service, place: home, me: null })

  expect([wish.hold, plain.hold]).toEqual([hold, undefined])
  expect(idempotencyKey('form', wish)).toBe(idempotencyKey('form', plain))
})

describe('what a booking form still lacks', () => {
  test('an empty form gets an error for every field', () => {
    const errors = missingFields({ draft: {}, service, place: home, me: null })
    expect(Object.keys(errors).sort()).toEqual([
      'address.line1',
      'address.postcode',
      'address.suburb',
      'answers.count',
      'customer.email',
      'customer.name',
      'start',
    ])
  })

  test('a full form lacks nothing, and a phone number does instead of an e-mail address', () => {
    expect(missingFields({ draft, service, place: home, me: null })).toEqual({})
    const byPhone = { ...draft, 'customer.email': '', 'customer.phone': '0412 000 111' }
    expect(missingFields({ draft: byPhone, service, place: home, me: null })).toEqual({})
  })

  test('a customer signed in is not asked who they are', () => {
    const { 'customer.name': _name, 'customer.email': _email, ...rest } = draft
    const me = { ...customer, permissions: [] }
    expect(missingFields({ draft: rest, service, place: home, me })).toEqual({})
    expect(newBooking({ draft: rest, service, place: home, me })).not.toHaveProperty('customer')
  })
})

describe('the wish sent to the application', () => {
  test('answers have the type of their question and empty fields are left out', () => {
    expect(newBooking({ draft, service, place: home, me: null })).toEqual({
      service: 'tap-repair',
      start: draft.start,
      address: { line1: '12 King Street', suburb: 'Newtown', postcode: '2042' },
      customer: { name: 'Jo Park', email: 'jo@example.com' },
      answers: { count: 2, pets: false },
    })
  })

  test('a number that is none is sent as typed, for the application to refuse', () => {
    const typed = { ...draft, 'answers.count': 'two' }
    const wish = newBooking({ draft: typed, service, place: home, me: null })
    expect(wish.answers).toMatchObject({ count: 'two' })
  })

  test('work at one of our places names the place and no address', () => {
    const place = { ...home, value: 'l1', kind: 'fixed' } as const
    const wish = newBooking({ draft, service, place, me: null })
    expect(wish).toMatchObject({ location: 'l1' })
    expect(wish).not.toHaveProperty('address')
  })

  test('a second click repeats the key and a changed wish makes a new one', () => {
    const wish = newBooking({ draft, service, place: home, me: null })
    expect(idempotencyKey('form', wish)).toBe(idempotencyKey('form', { ...wish }))
    expect(idempotencyKey('form', wish)).not.toBe(idempotencyKey('form', { ...wish, notes: 'x' }))
    expect(idempotencyKey('form', wish)).not.toBe(idempotencyKey('other', wish))
  })
})

describe('where the work is done', () => {
  const address = { line1: '14 Wharf Lane', suburb: null, postcode: null }
  const location = { id: 'l1', name: 'Balmain', timezone: 'Australia/Sydney' }

  test('the only place is chosen without asking', () => {
    const choices = placeChoices(service)
    expect(chosenPlace(choices, {})?.kind).toBe('mobile')
  })

  test('of several workshops none is chosen until the visitor does', () => {
    const locations = ['l1', 'l2'].map((id) => ({ ...location, id, address })) as never
    const choices = placeChoices({ ...service, locationTypes: ['fixed'], locations })
    expect(choices).toHaveLength(2)
    expect(chosenPlace(choices, {})).toBeUndefined()
    expect(chosenPlace(choices, { place: 'l2' })?.value).toBe('l2')
    expect(chosenPlace(choices, { place: 'elsewhere' })).toBeUndefined()
  })
})
