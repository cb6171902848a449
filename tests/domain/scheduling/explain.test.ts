import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bitsOf } from '../../../src/domain/scheduling/bit-window.ts'
import { explainSlot } from '../../../src/domain/scheduling/explain-slot.ts'
import type { ExplainWorld } from '../../../src/domain/scheduling/explain-world.ts'
import { addDays } from '../../../src/domain/scheduling/local-time.ts'
import { isOffered } from '../../../src/domain/scheduling/offered-starts.ts'
import { openBitmap } from '../../../src/domain/scheduling/open-bitmap.ts'
import { slotWindow } from '../../../src/domain/scheduling/slot-window.ts'
import { suggestChanges } from '../../../src/domain/scheduling/suggest-changes.ts'
import { type NaiveWorld, naiveSlots } from '../../support/naive-slots.ts'
import { clockDays, worldOn } from '../../support/random-worlds.ts'

const person = { active: true, blocked: false, services: ['s'], areas: [], locations: [] }

/** The random company as explanations see it; everybody's `flaw` keeps some from the service. */
const explained = (world: NaiveWorld, start: number, flaws: number[]): ExplainWorld => {
  const { rules, timezone } = world
  const window = slotWindow({
    service: rules,
    from: addDays(world.from, -2),
    to: addDays(world.to, 2),
    timezone,
  })
  return {
    service: { ...rules, id: 's', name: 'Work', isByRequest: false, skills: ['gas'] },
    place: { areas: null, location: null },
    people: world.people.map((one, index) => ({
      ...person,
      id: one.id,
      name: `Person ${one.id}`,
      skills: flaws[index] === 1 ? [] : ['gas'],
      blocked: flaws[index] === 2,
      active: flaws[index] !== 3,
      open: openBitmap(one, window),
      busy: bitsOf(one.busy, window, 'outward'),
      travel: bitsOf(one.travel, window, 'outward'),
      occupied: one.busy.map((span) => ({ ...span, kind: 'visit' as const, appointment: null })),
    })),
    window,
    placeOpen: world.place ? openBitmap(world.place, window) : undefined,
    timezone,
    locale: 'en-AU',
    now: world.now,
    start,
    quantity: world.quantity,
    skillNames: new Map([['gas', 'Gas']]),
    isOffice: true,
  }
}

describe('an explanation', () => {
  it.each(clockDays)(
    'in %s around %s agrees with the search, and its advice holds',
    (zone, date) => {
      let advised = 0
      const starts = fc
        .integer({ min: -12, max: 400 })
        .map((five) => Date.parse(date) + five * 300_000)
      const flaws = fc.array(fc.constantFrom(0, 0, 0, 1, 2, 3), { minLength: 4, maxLength: 4 })
      fc.assert(
        fc.property(worldOn(zone, date), starts, flaws, (random, start, flawed) => {
          const world = explained({ ...random, fieldworker: undefined }, start, flawed)
          const able = random.people.filter((_, index) => (flawed[index] ?? 0) === 0)
          const naive = naiveSlots({ ...random, people: able, fieldworker: undefined })
          const told = explainSlot(world)

          const isNear = start >= Date.parse(date) && start < Date.parse(date) + 43_200_000
          if (isNear && zone === 'UTC')
            expect(told.possible).toBe(naive.some((slot) => slot.start === start))
          expect(told.possible).toBe(isOffered(world))
          if (!told.possible)
            expect(
              told.causes.length +
                told.people.filter((one) => one.causes.length > 0).length +
                Number(told.people.length < told.needed),
            ).toBeGreaterThan(0)
          const changes = suggestChanges(world, told, { others: [], days: 1 })
          advised += changes.length
          for (const change of changes) {
            if (change.kind !== 'time') continue
            expect(isOffered({ ...world, start: change.start ?? 0 })).toBe(true)
          }
          for (const { kind, fieldworker } of changes) {
            if (kind === 'time' || kind === 'notice' || kind === 'horizon') continue
            const cured = world.people.map((one) =>
              one.id === fieldworker?.id
                ? {
                    ...one,
                    ...(kind !== 'hours' && { skills: ['gas'], blocked: false, active: true }),
                  }
                : one,
            )
            if (kind !== 'hours') expect(isOffered({ ...world, people: cured })).toBe(true)
          }
          if (told.possible) expect(changes).toEqual([])
        }),
        { numRuns: 80, seed: 3 },
      )
      expect(advised).toBeGreaterThan(20)
    },
    60_000,
  )
})
