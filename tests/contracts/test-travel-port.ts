import { afterEach, describe, expect, test } from 'vitest'
import type { TravelPort } from '../../src/ports/travel.ts'
import {
  type FaultyServer,
  faultyServer,
  type Reply,
  wrongReplies,
} from '../support/faulty-server.ts'

type Given = {
  name: string
  /** The adapter, asking a server at this address. */
  create: (url: string) => TravelPort
  /** How the provider says these minutes, null where there is no way. */
  answer: (minutes: (number | null)[][]) => unknown
}

const points = [
  { lat: -33.8568, lng: 151.2153 },
  { lat: -33.8688, lng: 151.2093 },
  { lat: -33.8568, lng: 150.9987 },
]
/** Not the same there and back, and without a way between the last two. */
const minutes = [
  [0, 25, 31.5],
  [26, 0, null],
  [30, null, 0],
]

/** What every adapter of the travel port passes. */
export const testTravelPort = ({ name, create, answer }: Given) =>
  describe(`the travel port of ${name}`, () => {
    let server: FaultyServer | undefined
    afterEach(() => server?.stop())

    const ask = async (...replies: Reply[]) => {
      server = await faultyServer(...replies)
      return create(server.url).minutesBetween(points)
    }
    const right = { status: 200, body: JSON.stringify(answer(minutes)) }

    test('takes at least two points at once', () => {
      expect(create('http://127.0.0.1:1/').maximumPoints).toBeGreaterThan(1)
    })

    test('answers minutes from each point to each, in order, null where there is no way', async () => {
      expect(await ask(right)).toEqual(minutes)
    })

    test('asks once more where the server is busy, and no third time', async () => {
      const busy = { status: 429, body: '', headers: { 'retry-after': '0' } }

      expect(await ask(busy, right)).toEqual(minutes)
      server?.stop()
      expect(await ask(busy)).toBeNull()
      expect(server?.asked()).toBe(2)
    })

    test.each(wrongReplies)('says that it does not know after %s', async (_what, reply) => {
      expect(await ask(reply)).toBeNull()
    })

    test('says that it does not know while there is no server', async () => {
      expect(await create('http://127.0.0.1:1/').minutesBetween(points)).toBeNull()
    })

    test('says that it does not know when no answer comes, within eight seconds', async () => {
      const started = performance.now()

      expect(await ask('hang')).toBeNull()
      expect(performance.now() - started).toBeLessThan(8000)
    })
  })
