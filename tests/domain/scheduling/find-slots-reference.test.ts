import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { engineSlots } from '../../support/engine-slots.ts'
import { naiveSlots } from '../../support/naive-slots.ts'
import { clockDays, worldOn } from '../../support/random-worlds.ts'

describe('the slots of a random company', () => {
  it.each(clockDays)(
    'in %s around %s equal a search minute by minute',
    (zone, date) => {
      let offered = 0
      fc.assert(
        fc.property(worldOn(zone, date), (world) => {
          const expected = naiveSlots(world)
          offered += expected.length

          expect(engineSlots(world)).toEqual(expected)
        }),
        { numRuns: 150, seed: 20_270_314 },
      )
      // Worlds in which nothing is ever free would prove nothing.
      expect(offered).toBeGreaterThan(100)
    },
    60_000,
  )
})
