import { afterEach, describe, expect, test } from 'vitest'
import { googleTravel } from '../../plugins/google-routes/adapter.ts'
import { testTravelPort } from './test-travel-port.ts'
import { type AnsweringServer, answering } from '../support/answering-server.ts'

const points = [
  { lat: -33.8568, lng: 151.2153 },
  { lat: -33.8568, lng: 150.9987 },
]
const way = (originIndex: number, destinationIndex: number, duration: string) => ({
  originIndex,
  destinationIndex,
  status: {},
  condition: 'ROUTE_EXISTS',
  duration,
})

let server: AnsweringServer | undefined
const ask = async (...answers: Parameters<typeof answering>) => {
  server = await answering(...answers)
  return googleTravel({ url: server.url, key: 'the-key' }).minutesBetween(points)
}
afterEach(() => server?.stop())

describe('ways by road from Google', () => {
  test('are asked for as a matrix, with the key and the fields that are needed', async () => {
    const elements = [way(1, 0, '1860s'), way(0, 1, '1500.5s'), way(0, 0, '0s'), way(1, 1, '0s')]

    const minutes = await ask({ status: 200, body: elements })

    expect(minutes).toEqual([
      [0, 1500.5 / 60],
      [31, 0],
    ])
    const [asked] = server?.asked ?? []
    expect(asked?.path).toBe('/distanceMatrix/v2:computeRouteMatrix')
    expect(asked?.headers).toMatchObject({
      'x-goog-api-key': 'the-key',
      'x-goog-fieldmask': 'originIndex,destinationIndex,status,condition,duration',
    })
    const waypoint = (lat: number, lng: number) => ({
      waypoint: { location: { latLng: { latitude: lat, longitude: lng } } },
    })
    expect(asked?.body).toMatchObject({
      origins: points.map(({ lat, lng }) => waypoint(lat, lng)),
      travelMode: 'DRIVE',
      routingPreference: 'TRAFFIC_UNAWARE',
    })
  })

  test('that do not exist or failed are unknown, one by one', async () => {
    const minutes = await ask({
      status: 200,
      body: [
        { ...way(0, 1, '60s'), condition: 'ROUTE_NOT_FOUND' },
        { ...way(1, 0, '60s'), status: { code: 5, message: 'no' } },
        way(7, 0, '60s'),
      ],
    })

    expect(minutes).toEqual([
      [null, null],
      [null, null],
    ])
  })

  test('are asked for once more when the provider is busy, and then no more', async () => {
    const busy = { status: 429, body: {}, headers: { 'retry-after': '0' } }
    expect(await ask(busy, { status: 200, body: [way(0, 1, '60s')] })).not.toBeNull()
    server?.stop()
    expect(await ask(busy)).toBeNull()
    expect(server?.asked).toHaveLength(2)
  })

  test.each([
    ['refuses the key', 403, { error: { code: 403, message: 'API key not valid.' } }],
    ['talks nonsense', 200, '<html>'],
    ['answers without end', 200, `[${'"x",'.repeat(1_300_000)}"x"]`],
  ])('are unknown while the provider %s', async (_what, status, body) => {
    expect(await ask({ status, body })).toBeNull()
    expect(server?.asked).toHaveLength(1)
  })
})

testTravelPort({
  name: 'Google Routes',
  create: (url) => googleTravel({ url, key: 'the-key' }),
  answer: (minutes) =>
    minutes.flatMap((row, from) =>
      row.map((minutes, to) =>
        minutes === null
          ? { ...way(from, to, '0s'), condition: 'ROUTE_NOT_FOUND' }
          : way(from, to, `${minutes * 60}s`),
      ),
    ),
})
