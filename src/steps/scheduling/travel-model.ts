import type { Payload } from 'payload'
import type { ReferenceData } from '../../database/scheduling/reference-types.ts'
import type { Coordinates } from '../../domain/scheduling/distance.ts'
import { haversineTravel, type TravelModel } from '../../domain/scheduling/travel.ts'
import { integrationsOf } from '../../integrations.ts'

type Known = {
  /** Minutes from cell to cell. */
  minutes: Map<string, number>
  /** Cells between which a search would have liked to know the way. */
  wanted: Map<string, Coordinates>
}

const known = new WeakMap<Payload, Known>()
const maximumKept = 200_000
const maximumWanted = 500

const knownOf = (payload: Payload): Known => {
  const found = known.get(payload) ?? { minutes: new Map(), wanted: new Map() }
  known.set(payload, found)
  return found
}

/** About a hundred metres: as many doors are one point to a car. */
const cellOf = ({ lat, lng }: Coordinates): string => `${lat.toFixed(3)},${lng.toFixed(3)}`

/**
 * How searches reckon ways: by what a travel port has said before, and by the straight line where
 * it has not; what is missing is asked for later (`fillTravelTimes`).
 */
export const travelModelOf = (
  payload: Payload,
  { speedKmh, roadFactor }: NonNullable<ReferenceData['travel']>,
): TravelModel => {
  const straight = haversineTravel({ speedKmh, roadFactor })
  if (!integrationsOf(payload).travel) return straight
  const { minutes, wanted } = knownOf(payload)
  return {
    minutesBetween: (from, to) => {
      const [start, end] = [cellOf(from), cellOf(to)]
      if (start === end) return 0
      const found = minutes.get(`${start} ${end}`)
      if (found !== undefined) return found
      for (const [cell, point] of [
        [start, from],
        [end, to],
      ] as const)
        if (wanted.size < maximumWanted) wanted.set(cell, point)
      return straight.minutesBetween(from, to)
    },
  }
}

/** Asks the travel port for ways that searches missed; returns how many pairs it learnt. */
export const fillTravelTimes = async (payload: Payload): Promise<number> => {
  const port = integrationsOf(payload).travel
  const { minutes, wanted } = knownOf(payload)
  if (!port || wanted.size < 2) return 0
  const asked = [...wanted].slice(0, port.maximumPoints)
  const matrix = await port.minutesBetween(asked.map(([, point]) => point))
  if (!matrix) return 0
  if (minutes.size > maximumKept) minutes.clear()
  let learnt = 0
  asked.forEach(([from], row) => {
    wanted.delete(from)
    asked.forEach(([to], column) => {
      const way = matrix[row]?.[column]
      if (from === to || way === null || way === undefined) return
      minutes.set(`${from} ${to}`, Math.floor(way))
      learnt += 1
    })
  })
  return learnt
}
