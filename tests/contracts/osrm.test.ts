import type { Payload } from 'payload'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { osrmTravel } from '../../plugins/osrm/adapter.ts'
import { haversineTravel } from '../../src/domain/scheduling/travel.ts'
import { type AnsweringServer, answering } from '../support/answering-server.ts'
import { testTravelPort } from './test-travel-port.ts'
import { startWarmingTravelTimes } from '../../src/jobs/scheduling/warm-travel-times.ts'
import { fillTravelTimes, travelModelOf } from '../../src/steps/scheduling/travel-model.ts'

const straight = { speedKmh: 40, roadFactor: 1.3 }
const here = { lat: -33.8568, lng: 151.2153 }
const there = { lat: -33.8568, lng: 150.9987 }

let server: AnsweringServer | undefined

/** A server that answers every table with one body. */
const tables = async (status: number, body: unknown): Promise<string> => {
  server = await answering({ status, body })
  return server.url
}
const productWith = (url: string) => {
  const integrations = { travel: () => osrmTravel({ url, profile: 'driving' }) }
  return { config: { custom: { integrations } } } as unknown as Payload
}

afterEach(() => {
  server?.stop()
})

describe('ways by road', () => {
  test('count once they are known, in both directions as they are', async () => {
    const url = await tables(200, {
      code: 'Ok',
      durations: [
        [0, 1500],
        [1860, 0],
      ],
    })
    const payload = productWith(url)
    const model = travelModelOf(payload, straight)
    const byLine = haversineTravel(straight).minutesBetween(here, there)

    expect(model.minutesBetween(here, there)).toBe(byLine)
    expect(server?.asked).toEqual([])
    expect(await fillTravelTimes(payload)).toBe(2)

    expect(server?.asked.map(({ path }) => path)).toEqual([
      '/table/v1/driving/151.21530,-33.85680;150.99870,-33.85680',
    ])
    expect(model.minutesBetween(here, there)).toBe(25)
    expect(model.minutesBetween(there, here)).toBe(31)
    expect(await fillTravelTimes(payload)).toBe(0)
  })

  test.each([
    ['fails', 500, ''],
    ['talks nonsense', 200, '<html>'],
    ['refuses', 200, { code: 'TooBig', message: 'no' }],
    [
      'knows no way',
      200,
      {
        code: 'Ok',
        durations: [
          [0, null],
          [null, 0],
        ],
      },
    ],
  ])('are the straight line while the server %s', async (_what, status, body) => {
    const payload = productWith(await tables(status, body))
    const model = travelModelOf(payload, straight)
    const byLine = model.minutesBetween(here, there)

    expect(await fillTravelTimes(payload)).toBe(0)

    expect(model.minutesBetween(here, there)).toBe(byLine)
  })

  test('are the straight line while there is no one to ask', async () => {
    const payload = productWith('http://127.0.0.1:1')
    const model = travelModelOf(payload, straight)
    const byLine = model.minutesBetween(here, there)
    expect(await fillTravelTimes(payload)).toBe(0)
    expect(model.minutesBetween(here, there)).toBe(byLine)
  })

  test('are learnt by the process whose searches missed them', async () => {
    vi.useFakeTimers()
    try {
      const url = await tables(200, {
        code: 'Ok',
        durations: [
          [0, 600],
          [660, 0],
        ],
      })
      const payload = productWith(url)
      const model = travelModelOf(payload, straight)
      model.minutesBetween(here, there)
      const learning = startWarmingTravelTimes(payload)
      await vi.advanceTimersByTimeAsync(15_000)
      vi.useRealTimers()
      await vi.waitFor(() => expect(model.minutesBetween(here, there)).toBe(10))
      learning.stop()
    } finally {
      vi.useRealTimers()
    }
  })
})

testTravelPort({
  name: 'OSRM',
  create: (url) => osrmTravel({ url, profile: 'driving' }),
  answer: (minutes) => ({
    code: 'Ok',
    durations: minutes.map((row) => row.map((way) => (way === null ? null : way * 60))),
  }),
})
