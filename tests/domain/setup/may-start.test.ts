import { describe, expect, test } from 'vitest'
import { assertMayStart, whyNotStart } from '../../../src/domain/setup/may-start.ts'
import { slugOf } from '../../../src/domain/setup/slug-of.ts'

const demo = { isDemo: true, companyName: 'Harbour Home Services', own: [] }

describe('a company is set up', () => {
  test('in an empty database without confirming anything', () => {
    const facts = { isDemo: false, companyName: 'Fieldbook', own: [] }

    expect(() => assertMayStart(facts, undefined)).not.toThrow()
  })

  test.each(['Harbour Home Services', ' harbour  home services '])(
    'in place of the demo once its name is typed: %j',
    (typed) => {
      expect(() => assertMayStart(demo, typed)).not.toThrow()
    },
  )

  test.each([undefined, '', 'Harbour'])('not while the demo’s name is %j', (typed) => {
    expect(() => assertMayStart(demo, typed)).toThrow(
      'Setting up your company deletes the demo. Type “Harbour Home Services” to confirm.',
    )
  })

  test('not while something of one’s own would be lost', () => {
    const own = [
      { kind: 'customers' as const, count: 4, names: ['Ann', 'Bo', 'Cy'] },
      { kind: 'bookings' as const, count: 1, names: ['B-1200'] },
    ]

    expect(whyNotStart({ ...demo, own })).toBe(
      'Something here is not part of the demo: 4 customers (Ann, Bo, Cy …) and 1 booking (B-1200). Delete it first, or keep working with it.',
    )
    expect(whyNotStart({ ...demo, isDemo: false, own })).toBe(
      'This company has been set up: it has 4 customers (Ann, Bo, Cy …) and 1 booking (B-1200). Change it under Settings.',
    )
  })
})

test.each([
  ['Gutter cleaning & repair', 'gutter-cleaning-repair'],
  [' Café – Überprüfung ', 'cafe-uberprufung'],
  ['!!', 'service'],
])('the address of the service %j ends in %s', (name, slug) => {
  expect(slugOf(name)).toBe(slug)
})
