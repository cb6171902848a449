import type { PayloadRequest } from 'payload'
import type { OwnVisitsQuery } from '../../contracts/bookings/my-visits.ts'
import { readPlaceZone } from '../../database/scheduling/place-zone.ts'
import {
  readUnfinished,
  readVisits,
  type StoredVisit,
} from '../../database/bookings/visit-views.ts'
import { daySpan } from '../../domain/scheduling/day-span.ts'
import { isLocalDate } from '../../domain/scheduling/local-date.ts'
import { addDays, localDateOf } from '../../domain/scheduling/local-time.ts'

const daysAhead = 13

export type OwnVisits = {
  timezone: string
  today: string
  unfinished: StoredVisit[]
  visits: StoredVisit[]
}

/**
 * A fieldworker's visits of some days on their own calendar, today and the two weeks ahead where
 * none are named, and what was not finished before them.
 */
export const ownVisits = async (
  req: PayloadRequest,
  { fieldworker, asked, now }: { fieldworker: string; asked: OwnVisitsQuery; now: number },
): Promise<OwnVisits> => {
  const timezone = await readPlaceZone(req, { fieldworker })
  const today = localDateOf(now, timezone)
  const midnight = (date: string) => daySpan(date, date, timezone).start
  const { from = today, to = addDays(today, daysAhead) } = asked
  const start = isLocalDate(from) ? midnight(from) : Date.parse(from)
  const end = isLocalDate(to) ? midnight(addDays(to, 1)) : Date.parse(to)
  const iso = (instant: number) => new Date(instant).toISOString()
  const [unfinished, visits] = await Promise.all([
    readUnfinished(req, { fieldworker, before: iso(Math.min(start, now)) }),
    readVisits(req, { fieldworker, from: iso(start), to: iso(end) }),
  ])
  return { timezone, today, unfinished, visits }
}
