import { z } from 'zod'
import { isLocalDate, localDateHint } from '../../domain/scheduling/local-date.ts'

const degrees = (limit: number) => z.coerce.number().min(-limit).max(limit)

/** A slug, an id or a postcode: no control characters, which the database cannot hold. */
export const word = (min: number, max: number) =>
  z
    .string()
    .trim()
    .min(min)
    .max(max)
    .regex(/^\P{Cc}*$/u, 'Leave out control characters.')

/** Where a visit is: a location of the business, or the site's postcode and perhaps its point. */
export const placeQuery = {
  location: z.uuid().optional(),
  postcode: word(2, 12).optional(),
  lat: degrees(90).optional(),
  lng: degrees(180).optional(),
}

/**
 * The same for questions that anybody may ask, or an address that the asker may read. Only the
 * office gets an answer for the point itself, everybody else for the middle of the postcode.
 */
export const publicPlaceQuery = { ...placeQuery, address: z.uuid().optional() }

/** A local date that clocks and calendars of the product can hold. */
export const localDate = z.string().refine(isLocalDate, { message: localDateHint })

/** The point of a place query, or null where it has none. */
export const pointOf = ({ lat, lng }: { lat?: number | undefined; lng?: number | undefined }) =>
  lat !== undefined && lng !== undefined ? { lat, lng } : null
