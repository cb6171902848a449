import type { PayloadRequest } from 'payload'
import type { NearbyQuery } from '../../contracts/scheduling/finder.ts'
import { pointOf } from '../../contracts/scheduling/place-query.ts'
import { type NearbyRow, readNearbyVisits } from '../../database/scheduling/nearby-visits.ts'
import { referenceOf } from '../../database/scheduling/reference-cache.ts'
import { readVisitPlace } from '../../database/bookings/visit-place.ts'
import { DomainError } from '../../domain/domain-error.ts'
import type { Coordinates } from '../../domain/scheduling/distance.ts'
import { localDateOf } from '../../domain/scheduling/local-time.ts'
import { clockOf, openingAt } from '../../domain/scheduling/zone-clock.ts'

const dayMs = 86_400_000

export type FoundNearby = {
  date: string
  timezone: string
  point: Coordinates | null
  visits: NearbyRow[]
}

/**
 * Other visits of a day near a point or near a visit's address, nearest first; none where
 * that address is nowhere on the map.
 * @throws {DomainError} not-found, invalid-input
 */
export const findNearby = async (req: PayloadRequest, asked: NearbyQuery): Promise<FoundNearby> => {
  const visit = asked.appointment ? await readVisitPlace(req, asked.appointment) : null
  if (asked.appointment && !visit)
    throw new DomainError('not-found', 'There is no such visit.', {
      field: 'appointment',
    })
  const timezone = asked.timezone ?? visit?.timezone ?? (await referenceOf(req)).companyTimezone
  const date = asked.date ?? localDateOf(visit?.start ?? 0, timezone)
  const point = pointOf(asked) ?? visit?.coordinates ?? null
  if (!point) return { date, timezone, point, visits: [] }
  const day = Date.parse(date)
  const clock = clockOf(timezone, day, day + dayMs)
  const visits = await readNearbyVisits(req, {
    point,
    from: openingAt(clock, day),
    to: openingAt(clock, day + dayMs),
    withinKm: asked.withinKm,
    limit: asked.limit,
    except: visit?.id,
  })
  return { date, timezone, point, visits }
}
