import { isOffice } from '../../domain/bookings/office.ts'
import type { PayloadRequest } from 'payload'
import { actorOf } from '../../access/actor.ts'
import type { SeriesBody, SeriesPreview } from '../../contracts/scheduling/series.ts'
import type { DomainError } from '../../domain/domain-error.ts'
import { publicCount } from '../../domain/scheduling/public-count.ts'
import { repeatInWords } from '../../domain/scheduling/recurrence.ts'
import { shiftVisits } from '../../domain/scheduling/shift-visits.ts'
import { assertOfferedStart } from '../../steps/scheduling/assert-offered-start.ts'
import { idOf } from '../../domain/id-of.ts'
import { type BookingPlace, placeOfBooking } from '../../steps/bookings/place-of-booking.ts'
import type { Appointment } from '../../payload-types.ts'
import { showsNames } from '../bookings/shows-names.ts'
import { alternativesFor } from './alternatives-for.ts'
import { eligiblePeopleFor } from '../../steps/scheduling/people-for-slot.ts'
import { planSeries } from './plan-series.ts'
import { priceOfOccurrence } from './price-of-occurrence.ts'
import type { SeriesTemplate } from './series-template.ts'

type Conflict = SeriesPreview['occurrences'][number]['conflict']
type Moved = { visit: Appointment; start: string; end: string }

/** Alternatives are looked for only where somebody reads them one by one. */
const mostSearches = 12

type Asked = { moved: Moved; place: BookingPlace; keepsPeople: boolean; names: boolean }

const reasonOf = async (
  req: PayloadRequest,
  { moved, place, keepsPeople, names }: Asked,
): Promise<{
  available: number
  reason: 'person-busy' | 'nobody-free' | null
  message: string
}> => {
  const { visit } = moved
  const { people } = await eligiblePeopleFor(req, {
    service: idOf(visit.service) ?? '',
    place: place.query,
    start: Date.parse(moved.start),
    end: Date.parse(moved.end),
    now: Date.now(),
    except: visit.id,
  })
  const free = people.filter((person) => person.free)
  const available = isOffice(await actorOf(req)) ? free.length : publicCount(free.length)
  const wanted = keepsPeople ? idOf(visit.fieldworker) : null
  const person = people.find(({ id }) => id === wanted)
  if (wanted && !person?.free) {
    const name = names ? (person?.name ?? 'The fieldworker') : 'Your fieldworker'
    const why = person && !person.working ? 'does not work then' : 'is busy then'
    return {
      available,
      reason: available > 0 ? 'person-busy' : 'nobody-free',
      message: `${name} ${why}.`,
    }
  }
  if (available === 0) return { available, reason: 'nobody-free', message: 'No one is free then.' }
  return { available, reason: null, message: '' }
}

const dayMs = 86_400_000

/** A refusal of the start in words for one date among many; null for another refusal. */
const notOffered = ({ code }: DomainError, start: string): string | null => {
  if (code === 'invalid-input') return 'This is not one of the times that we offer online.'
  if (code !== 'outside-booking-window') return null
  return Date.parse(start) - Date.now() > dayMs
    ? 'This is further ahead than can be booked online yet.'
    : 'This is too soon to be booked online.'
}

/** Why a customer could not book this time by themselves, whoever is free; null where they could. */
const refusedOnline = async (
  req: PayloadRequest,
  { moved, template }: { moved: Moved; template: SeriesTemplate },
): Promise<string | null> => {
  if (template.by === 'office') return null
  const { visit, start, end } = moved
  const span = { service: idOf(visit.service) ?? '', start, end }
  try {
    await assertOfferedStart(req, { ...span, timezone: template.timezone, now: Date.now() })
    return null
  } catch (error) {
    const words = notOffered(error as DomainError, start)
    if (!words) throw error
    return words
  }
}

type Context = {
  template: SeriesTemplate
  body: SeriesBody
  searches: { left: number }
  /** Whether people are named. */
  names: boolean
}

const conflictOf = async (
  req: PayloadRequest,
  moves: Moved[],
  { template, body, searches, names }: Context,
): Promise<{ available: number; conflict: Conflict }> => {
  const place = await placeOfBooking(req, template.booking)
  let least = Number.POSITIVE_INFINITY
  for (const moved of moves) {
    const refused = await refusedOnline(req, { moved, template })
    if (refused) {
      const conflict = { reason: 'not-offered' as const, message: refused, alternatives: [] }
      return { available: 0, conflict }
    }
    const found = await reasonOf(req, { moved, place, keepsPeople: body.keepsPeople, names })
    least = Math.min(least, found.available)
    if (!found.reason) continue
    const { visit, start } = moved
    searches.left -= 1
    const alternatives =
      searches.left < 0
        ? []
        : await alternativesFor(req, {
            service: idOf(visit.service) ?? '',
            place: place.query,
            start: Date.parse(start),
            now: Date.now(),
            fieldworker: (body.keepsPeople && idOf(visit.fieldworker)) || undefined,
          }).catch(() => [])
    const { reason, message } = found
    return { available: least, conflict: { reason, message, alternatives } }
  }
  return { available: least, conflict: null }
}

/**
 * What a series would be: each occurrence with what is in its way, before anything is saved
 *. The first is the booking itself.
 * @throws {DomainError} invalid-input, not-found, not-allowed, feature-off, transition-refused
 */
export const previewSeries = async (
  req: PayloadRequest,
  body: SeriesBody,
): Promise<SeriesPreview> => {
  const { template, occurrences: planned } = await planSeries(req, body)
  const { visits, timezone } = template
  const context = {
    ...{ template, body, searches: { left: mostSearches } },
    names: template.by === 'office' || (await showsNames(req)),
  }
  const occurrences: SeriesPreview['occurrences'] = []
  for (const { index, start } of planned) {
    const moves = shiftVisits(visits, { start: new Date(start).toISOString(), timezone })
    const span = {
      start: new Date(start).toISOString(),
      end:
        moves
          .map(({ end }) => end)
          .toSorted()
          .at(-1) ?? '',
    }
    const found =
      index === 0 ? { available: 0, conflict: null } : await conflictOf(req, moves, context)
    occurrences.push({ index, ...span, ...found })
  }
  const each = await priceOfOccurrence(req, template)
  return { timezone, summary: repeatInWords(body.rule), each, occurrences }
}
