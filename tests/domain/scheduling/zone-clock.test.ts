import { describe, expect, it } from 'vitest'
import {
  closingInstant,
  instantsOf,
  localTimeOf,
  openingInstant,
} from '../../../src/domain/scheduling/local-time.ts'
import {
  clockOf,
  closingAt,
  instantsAt,
  openingAt,
  wallAt,
} from '../../../src/domain/scheduling/zone-clock.ts'
import { isoWriter } from '../../../src/domain/scheduling/iso-writer.ts'
import { clockDays } from '../../support/random-worlds.ts'

const day = 86_400_000

describe('the clock of a zone', () => {
  it.each(clockDays)('in %s around %s agrees with Temporal at every quarter', (zone, date) => {
    const first = Date.parse(date) - day
    const clock = clockOf(zone, first, first + 3 * day)
    for (let wall = first; wall < first + 3 * day; wall += 900_000) {
      const local = new Date(wall).toISOString().slice(0, 16)

      expect(instantsAt(clock, wall), local).toEqual(instantsOf(local, zone))
      expect(openingAt(clock, wall), local).toBe(openingInstant(local, zone))
      expect(closingAt(clock, wall), local).toBe(closingInstant(local, zone))
      expect(new Date(wallAt(clock, wall)).toISOString().slice(0, 16)).toBe(localTimeOf(wall, zone))
    }
  })
})

describe('a writer of instants', () => {
  it('writes what the platform writes', () => {
    const iso = isoWriter()
    for (const instant of [0, -300_000, 1_234_567, Date.parse('2027-02-28T23:55:00Z'), 86_400_000])
      expect(iso(instant)).toBe(new Date(instant).toISOString())
  })
})
