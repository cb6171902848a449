import { describe, expect, test } from 'vitest'
import {
  closedOffer,
  isAnswerable,
  isLateOffer,
  offerPlan,
  type OfferFacts,
  respondByOf,
  whoLost,
} from '../../../src/domain/bookings/offers.ts'

const now = Date.parse('2030-05-01T10:00:00Z')
const later = '2030-05-01T12:00:00Z'
const earlier = '2030-05-01T09:00:00Z'

const offer = (fieldworker: string, state = 'pending', respondBy: string = later): OfferFacts => ({
  id: `${fieldworker}:${state}`,
  fieldworker,
  state,
  respondBy,
})

test('its own person answers an offer while it is open and not over', () => {
  expect(isAnswerable(offer('ana'), now)).toBe(true)
  expect(isAnswerable({ state: 'pending' }, now)).toBe(true)
  expect(isAnswerable(offer('ana', 'pending', earlier), now)).toBe(false)
  expect(isAnswerable(offer('ana', 'withdrawn'), now)).toBe(false)
})

test.each([
  [later, null, false],
  [earlier, null, true],
  [later, earlier, true],
  [null, null, false],
])('an offer to answer by %s, escalated at %s, is late: %s', (respondBy, escalatedAt, isLate) => {
  expect(isLateOffer({ respondBy, escalatedAt }, now)).toBe(isLate)
})

test.each([
  ['pending', earlier, 'expired'],
  ['expired', earlier, 'expired'],
  ['superseded', later, 'superseded'],
  ['withdrawn', later, 'withdrawn'],
  ['declined', later, 'declined'],
  ['accepted', later, 'accepted'],
])('a person whose offer is %s is refused with its state', (state, respondBy, said) => {
  const found = closedOffer('ana', { offers: [offer('ana', state, respondBy)], now })

  expect(found?.state).toBe(said)
  expect(found?.refusal.code).toBe('transition-refused')
})

test('an open offer, or none at all, closes nothing', () => {
  const offers = [offer('ana', 'declined'), offer('ana')]

  expect(closedOffer('ana', { offers, now })).toBeNull()
  expect(closedOffer('ben', { offers, now })).toBeNull()
})

const visit = (acceptance: string, fieldworker: string | null, status = 'confirmed') => ({
  acceptance,
  fieldworker,
  status,
})
const change = {
  before: visit('pending', null),
  offers: [offer('ana'), offer('ben')],
  isAssigning: false,
  isMoved: false,
  onBehalfOf: null,
}
const closes = (state: string, ...people: string[]) =>
  people.map((person) => ({ id: `${person}:pending`, state }))

describe('of a visit’s offers', () => {
  test('the accepted one stays and the others are superseded', () => {
    expect(offerPlan({ ...change, after: visit('accepted', 'ana') })).toEqual({
      close: closes('superseded', 'ben'),
      answer: { fieldworker: 'ana', state: 'accepted' },
      asks: false,
    })
  })

  test('the declined one is that of the person, of whom the office names, or the first', () => {
    const after = visit('declined', null)
    const decliner = (more: object) => offerPlan({ ...change, after, ...more }).answer?.fieldworker

    expect(decliner({ before: visit('accepted', 'ben') })).toBe('ben')
    expect(decliner({ onBehalfOf: 'ben' })).toBe('ben')
    expect(decliner({})).toBe('ana')
  })

  test('all open ones are withdrawn when the visit ends', () => {
    const plan = offerPlan({ ...change, after: visit('pending', null, 'cancelled') })

    expect(plan).toEqual({ close: closes('withdrawn', 'ana', 'ben'), answer: null, asks: false })
  })

  test('none is touched by the visit that moved away; its successor closes them and asks', () => {
    const moved = offerPlan({ ...change, after: visit('pending', null, 'rescheduled') })
    const successor = { before: null, isMoved: true, after: visit('pending', null) }

    expect(moved).toEqual({ close: [], answer: null, asks: false })
    expect(offerPlan({ ...change, ...successor })).toEqual({
      close: closes('withdrawn', 'ana', 'ben'),
      answer: null,
      asks: true,
    })
  })

  test('open ones and another person’s answer are withdrawn by a new assignment', () => {
    const offers = [offer('ben', 'accepted'), offer('ana')]
    const after = visit('pending', 'cleo')
    const before = visit('accepted', 'ben')

    expect(offerPlan({ ...change, before, after, offers, isAssigning: true })).toEqual({
      close: [
        { id: 'ana:pending', state: 'withdrawn' },
        { id: 'ben:accepted', state: 'withdrawn' },
      ],
      answer: null,
      asks: true,
    })
  })

  test('nothing happens where neither the person nor the answer changes', () => {
    const after = visit('pending', null)

    expect(offerPlan({ ...change, after }).close).toEqual([])
    expect(offerPlan({ ...change, after, isAssigning: true }).asks).toBe(true)
  })

  test('a new visit asks where it waits for an answer', () => {
    const fresh = { ...change, before: null, offers: [] }

    expect(offerPlan({ ...fresh, after: visit('pending', 'ana') }).asks).toBe(true)
    expect(offerPlan({ ...fresh, after: visit('not_required', 'ana') }).asks).toBe(false)
  })
})

test('those whose offer ended have lost the visit, unless they have it or are asked again', () => {
  const closed = [offer('ana'), offer('ben'), offer('cleo')]

  expect(whoLost(closed, { asked: ['ben'], fieldworker: 'cleo' })).toEqual([offer('ana')])
})

const hour = 3_600_000

test.each([
  [24, 48 * hour, 24 * hour],
  [24, 2 * hour, 2 * hour],
  [24, -hour, 0],
  [0.5, 48 * hour, hour / 2],
])('an offer with %d hours for a visit %d ms ahead is open for %d ms', (hours, ahead, expected) => {
  const now = Date.parse('2026-11-20T00:00:00Z')

  expect(respondByOf({ now, hours, start: now + ahead }) - now).toBe(expected)
})
