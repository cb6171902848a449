import { z } from 'zod'
import type { TravelPort } from '../../src/ports/travel.ts'

const answer = z.object({
  code: z.literal('Ok'),
  durations: z.array(z.array(z.number().nullable())),
})

const patienceMs = 5_000

/** The table service of OSRM (`/table/v1/<profile>/lng,lat;…`), which answers seconds. */
export const osrmTravel = (input: { url: string; profile: string }): TravelPort => ({
  maximumPoints: 80,
  minutesBetween: async (points) => {
    const path = points.map(({ lat, lng }) => `${lng.toFixed(5)},${lat.toFixed(5)}`).join(';')
    const url = new URL(`table/v1/${input.profile}/${path}`, `${input.url.replace(/\/$/, '')}/`)
    try {
      const response = await fetch(url, { signal: AbortSignal.timeout(patienceMs) })
      const read = answer.safeParse(response.ok ? await response.json() : null)
      if (!read.success) return null
      return read.data.durations.map((row) => row.map((way) => (way === null ? null : way / 60)))
    } catch {
      return null
    }
  },
})
