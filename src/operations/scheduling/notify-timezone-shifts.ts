import { officeTitles } from '../../domain/messages/notifications.ts'
import type { PayloadRequest } from 'payload'
import { referenceOf } from '../../database/scheduling/reference-cache.ts'
import { readDispatchers } from '../../database/scheduling/agreed-times.ts'
import type { NotificationRow } from '../../domain/messages/events.ts'
import { formatInZone } from '../../domain/scheduling/local-time.ts'
import { enqueueDeliveries } from '../../steps/messages/enqueue-deliveries.ts'
import type { TimezoneShifts, VisitLeft } from './timezone-shifts.ts'

type Entry = Omit<NotificationRow, 'customer' | 'user'>

/** Numbers that an entry names; the history it leads to has all. */
const named = 12

const historyHref =
  '/admin/collections/audit-events?where[or][0][and][0][command][equals]=follow-clock&limit=100'

const count = (many: number, one: string, several: string) =>
  many === 1 ? `1 ${one}` : `${many} ${several}`

const inTheWay: Record<string, string> = {
  external: 'an entry in the calendar',
  hold: 'a time that someone is booking',
  unavailability: 'an absence',
}

const why = ({ by }: VisitLeft): string => {
  if (by === 'gap') return 'The clocks jump over that time now.'
  if (by === 'over') return 'That time has passed.'
  const what = by.number ? `${by.number}` : (inTheWay[by.kind] ?? 'other work')
  return `There it would meet ${what} of ${by.name}.`
}

const leftEntry = (left: VisitLeft, locale: string): Entry => {
  const { visit, wall } = left
  const is = formatInZone(visit.start, { zone: visit.zone, locale })
  const was = formatInZone(wall, { zone: 'UTC', locale })
  return {
    event: 'visit-clock-changed',
    title: officeTitles['visit-clock-changed'](visit.number, visit.zone),
    body: `${visit.service} was agreed for ${was} and is at ${is} now. ${why(left)} Agree on a time.`,
    href: `/admin/collections/bookings/${visit.booking}`,
    booking: visit.booking,
  }
}

const keptEntry = (zone: string, { moves, absences, left }: TimezoneShifts): Entry => {
  const numbers = [...new Set(moves.map(({ visit }) => visit.number))]
  const visits = count(moves.length, 'visit keeps its', 'visits keep their')
  const away = count(absences.length, 'absence keeps its', 'absences keep their')
  const more = numbers.length > named ? ' and more' : ''
  const sentences = [
    ...(moves.length > 0
      ? [`${visits} clock time and calendars follow: ${numbers.slice(0, named).join(', ')}${more}.`]
      : []),
    ...(absences.length > 0 ? [`${away} clock time.`] : []),
    ...(left.length > 0
      ? [`${count(left.length, 'visit could', 'visits could')} not; see the entry of each.`]
      : []),
  ]
  return {
    event: 'clocks-followed',
    title: officeTitles['clocks-followed'](zone),
    body: sentences.join(' '),
    href: historyHref,
  }
}

/**
 * Tells who dispatches what new rules of zones did, in the app: one entry for each zone, and one for
 * each visit that could not keep its clock time, with the reason.
 */
export const notifyTimezoneShifts = async (
  req: PayloadRequest,
  shifts: TimezoneShifts,
): Promise<void> => {
  const zones = new Set([
    ...shifts.moves.map(({ visit }) => visit.zone),
    ...shifts.absences.map(({ absence }) => absence.zone),
    ...shifts.left.map(({ visit }) => visit.zone),
  ])
  const ofZone = (zone: string): TimezoneShifts => ({
    moves: shifts.moves.filter(({ visit }) => visit.zone === zone),
    absences: shifts.absences.filter(({ absence }) => absence.zone === zone),
    left: shifts.left.filter(({ visit }) => visit.zone === zone),
  })
  const { companyLocale: locale } = await referenceOf(req)
  const entries = [...zones].flatMap((zone) => {
    const of = ofZone(zone)
    return [...of.left.map((left) => leftEntry(left, locale)), keptEntry(zone, of)]
  })
  if (entries.length === 0) return
  const dispatchers = await readDispatchers(req)
  const rows = entries.flatMap((entry) => dispatchers.map((user) => ({ ...entry, user })))
  await enqueueDeliveries(req, [], rows)
}
