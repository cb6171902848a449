import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { lifecyclesPage } from '../../../scripts/lifecycle-diagrams.ts'
import { acceptanceLifecycle } from '../../../src/domain/bookings/acceptance-lifecycle.ts'
import { appointmentLifecycle } from '../../../src/domain/bookings/appointment-lifecycle.ts'
import { bookingLifecycle } from '../../../src/domain/bookings/booking-lifecycle.ts'
import { offerLifecycle } from '../../../src/domain/bookings/offer-lifecycle.ts'
import { progressLifecycle } from '../../../src/domain/bookings/progress-lifecycle.ts'
import { seriesLifecycle } from '../../../src/domain/bookings/series-lifecycle.ts'
import { decide, defineLifecycle, type Lifecycle } from '../../../src/domain/lifecycle.ts'
import { defaultRoles } from '../../../src/domain/people/permissions.ts'

const system = { kind: 'system', permissions: new Set<string>() }
const everything = new Proxy({}, { get: () => true })

const pairs = <State extends string>({ states }: Lifecycle<State>) =>
  states.flatMap((from) => states.map((to) => [from, to] as const))

const codeOf = (run: () => unknown): string => {
  try {
    run()
    return 'ok'
  } catch (error) {
    return (error as { code: string }).code
  }
}

/** The pairs of states between which somebody can get, by whatever event. */
const bookingPairs = [
  // Moved in place: still pending.
  'pending>pending',
  'pending>confirmed',
  'pending>cancelled',
  'confirmed>completed',
  'confirmed>cancelled',
  'confirmed>no_show',
  'confirmed>rescheduled',
]

describe('the booking lifecycle', () => {
  test.each(pairs(bookingLifecycle))(
    'from %s to %s is open exactly as the lifecycle says',
    (from, to) => {
      const code = codeOf(() =>
        decide({ lifecycle: bookingLifecycle, from, to, actor: system, facts: everything }),
      )

      expect(code).toBe(bookingPairs.includes(`${from}>${to}`) ? 'ok' : 'transition-refused')
    },
  )

  test.each(bookingPairs)('%s is closed to a visitor', (pair) => {
    const [from, to] = pair.split('>') as ['pending', 'confirmed']
    const visitor = { kind: 'anonymous', permissions: new Set<string>() }

    expect(
      codeOf(() =>
        decide({ lifecycle: bookingLifecycle, from, to, actor: visitor, facts: everything }),
      ),
    ).toBe('not-allowed')
  })

  test('a booking is never rescheduled by hand: the fact that it moved is missing', () => {
    const dispatcher = defaultRoles.find(({ slug }) => slug === 'dispatcher')
    const actor = { kind: 'staff', permissions: new Set<string>(dispatcher?.permissions) }

    expect(
      codeOf(() =>
        decide({ lifecycle: bookingLifecycle, from: 'confirmed', to: 'rescheduled', actor }),
      ),
    ).toBe('transition-refused')
  })
})

const others: [string, Lifecycle<string>][] = [
  ['visit', appointmentLifecycle as Lifecycle<string>],
  ['acceptance', acceptanceLifecycle as Lifecycle<string>],
  ['progress', progressLifecycle as Lifecycle<string>],
  ['offer', offerLifecycle as Lifecycle<string>],
  ['series', seriesLifecycle as Lifecycle<string>],
]

describe.each(others)('the %s lifecycle', (_name, lifecycle) => {
  test.each(pairs(lifecycle))(
    'from %s to %s: nobody without a flag, nobody out of a final state',
    (from, to) => {
      const nobody = { kind: 'anonymous', permissions: new Set<string>() }
      const code = codeOf(() => decide({ lifecycle, from, to, actor: nobody, facts: everything }))
      const isFinal = Object.keys(lifecycle.table[from] ?? {}).length === 0

      expect(code).not.toBe('ok')
      if (isFinal) expect(code).toBe('transition-refused')
    },
  )
})

describe('a table', () => {
  test('that leads nowhere is refused at load', () => {
    expect(() =>
      defineLifecycle({
        name: 'x',
        states: ['a', 'b'],
        initial: ['a'],
        table: { a: { go: { to: 'c' as 'b', who: [] } }, b: {} },
      }),
    ).toThrow('c is not a state')
  })

  test('is what the diagrams in the docs show', () => {
    expect(readFileSync('docs/lifecycles.md', 'utf8')).toBe(lifecyclesPage())
  })
})
