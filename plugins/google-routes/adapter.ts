import { z } from 'zod'
import { askJson } from '../../src/ports/ask-json.ts'
import type { TravelPort } from '../../src/ports/travel.ts'

const element = z.object({
  originIndex: z.int().min(0).default(0),
  destinationIndex: z.int().min(0).default(0),
  status: z.object({ code: z.int().default(0) }).default({ code: 0 }),
  condition: z.string().optional(),
  duration: z.string().optional(),
})
const answer = z.array(element)

/** Fields are billed and answered by name; without `status` every element would look right. */
const fieldMask = 'originIndex,destinationIndex,status,condition,duration'

/** Elements of one question at most (Routes API, without traffic): 25 points to 25 points. */
const maximumPoints = 25

/** `160s` or `160.5s`, a duration of protocol buffers, in minutes. */
const minutesOf = ({ status, condition, duration }: z.infer<typeof element>): number | null => {
  const seconds = /^(\d+(?:\.\d+)?)s$/.exec(duration ?? '')?.[1]
  const isWay = status.code === 0 && condition === 'ROUTE_EXISTS'
  return isWay && seconds !== undefined ? Number(seconds) / 60 : null
}

/** The matrix of Google's Routes API (`distanceMatrix/v2:computeRouteMatrix`). */
export const googleTravel = (input: { url: string; key: string }): TravelPort => ({
  maximumPoints,
  minutesBetween: async (points) => {
    const waypoints = points.map(({ lat, lng }) => ({
      waypoint: { location: { latLng: { latitude: lat, longitude: lng } } },
    }))
    const read = await askJson(answer, {
      url: new URL('distanceMatrix/v2:computeRouteMatrix', `${input.url.replace(/\/$/, '')}/`),
      headers: { 'X-Goog-Api-Key': input.key, 'X-Goog-FieldMask': fieldMask },
      body: {
        origins: waypoints,
        destinations: waypoints,
        travelMode: 'DRIVE',
        routingPreference: 'TRAFFIC_UNAWARE',
      },
    })
    if (!read) return null
    const matrix = points.map(() => points.map((): number | null => null))
    for (const way of read) {
      const row = matrix[way.originIndex]
      if (row && way.destinationIndex < row.length) row[way.destinationIndex] = minutesOf(way)
    }
    return matrix
  },
})
