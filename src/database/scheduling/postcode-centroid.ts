import { sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import type { Coordinates } from '../../domain/scheduling/distance.ts'
import { normalisePostcode } from '../../domain/scheduling/places.ts'
import { query } from '../query.ts'

/** Enough addresses to know the middle of a postcode. */
const enough = 100

/**
 * About where a postcode is: the middle of its known addresses, to two decimals (a kilometre), so
 * that nobody's own address shows; null where none has a point. One statement.
 */
export async function postcodeCentroid(
  req: PayloadRequest,
  postcode: string,
): Promise<Coordinates | null> {
  const [row] = await query<{ middle: Coordinates | null }>(
    req,
    sql`select case when count(*) > 0 then json_build_object(
        'lat', round(avg(lat)::numeric, 2), 'lng', round(avg(lng)::numeric, 2)) end as middle
      from (select coordinates_lat as lat, coordinates_lng as lng from addresses
        where postcode in (${postcode}, ${normalisePostcode(postcode)})
          and coordinates_lat is not null and coordinates_lng is not null
        limit ${enough}) as known`,
  )
  return row?.middle ?? null
}
