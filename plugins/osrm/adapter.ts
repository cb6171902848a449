import { z } from 'zod'
import { askJson } from '../../src/ports/ask-json.ts'
import type { TravelPort } from '../../src/ports/travel.ts'

const answer = z.object({
  code: z.literal('Ok'),
  durations: z.array(z.array(z.number().nullable())),
})

/** The table service of OSRM (`/table/v1/<profile>/lng,lat;…`), which answers seconds. */
export const osrmTravel = (input: { url: string; profile: string }): TravelPort => ({
  maximumPoints: 80,
  minutesBetween: async (points) => {
    const path = points.map(({ lat, lng }) => `${lng.toFixed(5)},${lat.toFixed(5)}`).join(';')
    const url = new URL(`table/v1/${input.profile}/${path}`, `${input.url.replace(/\/$/, '')}/`)
    const read = await askJson(answer, { url })
    return read?.durations.map((row) => row.map((way) => (way === null ? null : way / 60))) ?? null
  },
})
