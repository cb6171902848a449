import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CalendarEvent, CalendarPort } from '../../src/ports/calendar.ts'
import { effectContext, type PortUnderTest, type PortWorld } from '../support/port-world.ts'
import { testEffects } from './test-effects.ts'

export type CalendarWorld = PortWorld<CalendarPort> & {
  fieldworker: string
  /** The entry of a key as the calendar shows it; undefined where there is none any more. */
  entry: (key: string) => Promise<Omit<CalendarEvent, 'key'> | undefined>
}

const event: Omit<CalendarEvent, 'key'> = {
  title: 'Tap repair',
  description: 'Booking FB-1: “naïve” tap',
  location: '12 King Street',
  start: '2026-11-22T22:00:00.000Z',
  end: '2026-11-23T00:00:00.000Z',
  timezone: 'Australia/Sydney',
}

/** Clocks that change, a night, and a place far from the server. */
const times = [
  ['over the change to summer time', '2026-10-03T15:30:00.000Z', '2026-10-03T16:30:00.000Z'],
  ['over the change to winter time', '2027-04-03T14:30:00.000Z', '2027-04-03T17:00:00.000Z'],
  ['over midnight', '2026-11-23T12:00:00.000Z', '2026-11-23T15:00:00.000Z'],
] as const

/** What every adapter of the calendar port passes. */
export const testCalendarPort = ({ name, faults, open }: PortUnderTest<CalendarWorld>) =>
  describe(`the calendar port of ${name}`, () => {
    let world: Awaited<ReturnType<typeof open>>
    beforeAll(async () => {
      world = await open()
    }, 120_000)
    afterAll(() => world.close())

    const upsert = (key: string, change: Partial<CalendarEvent> = {}) =>
      world.port.upsert(world.fieldworker, { ...event, key, ...change }, effectContext(key))
    const remove = (key: string) => world.port.remove(world.fieldworker, key, effectContext(key))

    testEffects({
      faults,
      reportsReplays: false,
      world: () => world,
      ask: (context) =>
        world.port.upsert(world.fieldworker, { ...event, key: context.key }, context),
      askWrongly: (context) => world.port.upsert('nobody', { ...event, key: context.key }, context),
      secrets: [event.location ?? ''],
    })

    test('shows an entry exactly as it is', async () => {
      const key = randomUUID()
      await upsert(key)

      expect(await world.entry(key)).toEqual(event)
    })

    test.each(times)('shows a visit %s at its instants', async (_what, start, end) => {
      const key = randomUUID()
      await upsert(key, { start, end })

      expect(await world.entry(key)).toMatchObject({ start, end })
    })

    test('changes an entry in place', async () => {
      const key = randomUUID()
      const first = await upsert(key)
      const second = await upsert(key, { title: 'Tap and basin', location: null })

      expect(second.kind === 'ok' && second.value).toEqual(first.kind === 'ok' && first.value)
      expect(await world.entry(key)).toEqual({ ...event, title: 'Tap and basin', location: null })
      expect(await world.effects(key)).toBe(1)
    })

    test('removes an entry, twice or one that never was without complaint', async () => {
      const key = randomUUID()
      await upsert(key)

      for (const one of [key, key, randomUUID()]) expect((await remove(one)).kind).toBe('ok')
      expect(await world.entry(key)).toBeUndefined()
    })

    test('shows a removed entry again when it is written again', async () => {
      const key = randomUUID()
      await upsert(key)
      await remove(key)
      await upsert(key)

      expect(await world.entry(key)).toEqual(event)
      expect(await world.effects(key)).toBe(1)
    })

    test('refuses a person who does not exist without throwing', async () => {
      const key = randomUUID()
      const nobody = '00000000-0000-4000-8000-000000000000'
      const outcome = await world.port.upsert(nobody, { ...event, key }, effectContext(key))

      expect(outcome.kind).toBe('permanent')
    })

    test.skipIf(!faults.includes('lost-answer'))(
      'removes an entry once more after a lost answer',
      async () => {
        const key = randomUUID()
        await upsert(key)
        world.inject('lost-answer')

        expect((await remove(key)).kind).toBe('unknown')
        expect((await remove(key)).kind).toBe('ok')
        expect(await world.entry(key)).toBeUndefined()
      },
    )
  })
