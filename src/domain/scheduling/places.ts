import { type Coordinates, distanceKm } from './distance.ts'

/** A service area: a list of postcodes, or a circle. */
export type Area = {
  id: string
  kind: 'postcodes' | 'radius'
  postcodes: readonly string[]
  centre?: Coordinates | null
  radiusKm?: number | null
  timezone: string
  location?: string | null
  active: boolean
}

/** Where a job is: the deciding area, every area that covers it, zone and home location. */
export type Place = {
  area: string
  areas: string[]
  timezone: string
  location: string | null
}

/** What the postcodes of these areas are made of: `digits` alone, or any `text`. */
export const postcodeSigns = (areas: readonly Pick<Area, 'postcodes'>[]): 'digits' | 'text' => {
  const postcodes = areas.flatMap((area) => area.postcodes)
  const isDigits = postcodes.every((postcode) => /^[\d\s]+$/.test(postcode))
  return postcodes.length > 0 && isDigits ? 'digits' : 'text'
}

/** A postcode as it is compared: no blanks or dashes, upper case. */
export const normalisePostcode = (postcode: string): string =>
  /^[\dA-Z]+$/.test(postcode)
    ? postcode
    : postcode
        .normalize('NFKC')
        .replaceAll(/[\s\p{Pd}]+/gu, '')
        .toUpperCase()

/**
 * The place of an address without a geocoder, or null when no active area covers it (then the
 * customer sends a request instead of seeing slots). A postcode list decides before a circle, a
 * nearer centre before a farther one.
 */
export const placeOf = (
  address: { postcode?: string | null; coordinates?: Coordinates | null },
  areas: readonly Area[],
): Place | null => {
  const postcode = address.postcode ? normalisePostcode(address.postcode) : ''
  const ranked = areas
    .filter((area) => area.active)
    .map((area) => ({ area, rank: rankOf(area, postcode, address.coordinates) }))
    .filter((match) => match.rank !== null)
    .toSorted((a, b) => (a.rank as number) - (b.rank as number))
  const best = ranked[0]?.area
  if (!best) return null
  return {
    area: best.id,
    areas: ranked.map((match) => match.area.id),
    timezone: best.timezone,
    location: best.location ?? null,
  }
}

const rankOf = (
  area: Area,
  postcode: string,
  coordinates: Coordinates | null | undefined,
): number | null => {
  if (area.kind === 'postcodes') {
    return postcode && area.postcodes.some((known) => normalisePostcode(known) === postcode)
      ? -1
      : null
  }
  if (!coordinates || !area.centre || !area.radiusKm) return null
  const distance = distanceKm(coordinates, area.centre)
  return distance <= area.radiusKm ? distance : null
}
