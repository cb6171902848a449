import type { PayloadRequest } from 'payload'
import type { SeriesBody, SeriesPreview } from '../../contracts/series.ts'
import { occurrencesOf, repeatInWords } from '../../domain/scheduling/recurrence.ts'
import { shiftVisits } from '../../domain/scheduling/shift-visits.ts'
import { idOf } from '../../hooks/id-of.ts'
import { type BookingPlace, placeOfBooking } from '../../hooks/bookings/place-of-booking.ts'
import type { Appointment } from '../../payload-types.ts'
import { alternativesFor } from './alternatives-for.ts'
import { eligiblePeopleFor } from './people-for-slot.ts'
import { type SeriesTemplate, seriesTemplate } from './series-template.ts'

type Conflict = SeriesPreview['occurrences'][number]['conflict']
type Moved = { visit: Appointment; start: string; end: string }

/** Alternatives are looked for only where somebody reads them one by one. */
const mostSearches = 12

const reasonOf = async (
  req: PayloadRequest,
  { moved, place, keepsPeople }: { moved: Moved; place: BookingPlace; keepsPeople: boolean },
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
  const available = free.length
  const wanted = keepsPeople ? idOf(visit.fieldworker) : null
  const person = people.find(({ id }) => id === wanted)
  if (wanted && !person?.free) {
    const name = person?.name ?? 'The fieldworker'
    const why = person && !person.working ? 'does not work then' : 'has something else then'
    return {
      available,
      reason: available > 0 ? 'person-busy' : 'nobody-free',
      message: `${name} ${why}.`,
    }
  }
  if (available === 0) return { available, reason: 'nobody-free', message: 'Nobody is free then.' }
  return { available, reason: null, message: '' }
}

const conflictOf = async (
  req: PayloadRequest,
  moves: Moved[],
  {
    template,
    body,
    searches,
  }: { template: SeriesTemplate; body: SeriesBody; searches: { left: number } },
): Promise<{ available: number; conflict: Conflict }> => {
  const place = await placeOfBooking(req, template.booking)
  let least = Number.POSITIVE_INFINITY
  for (const moved of moves) {
    const found = await reasonOf(req, { moved, place, keepsPeople: body.keepsPeople })
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
          }).catch(() => [])
    const { reason, message } = found
    return { available: least, conflict: { reason, message, alternatives } }
  }
  return { available: least, conflict: null }
}

/**
 * What a series would be: each occurrence with what is in its way, before anything is saved
 * (RC-05). The first is the booking itself.
 * @throws {DomainError} invalid-input, not-found, not-allowed, feature-off, transition-refused
 */
export const previewSeries = async (
  req: PayloadRequest,
  body: SeriesBody,
): Promise<SeriesPreview> => {
  const template = await seriesTemplate(req, body.booking)
  const { visits, timezone } = template
  const first = Math.min(...visits.map((visit) => Date.parse(visit.start)))
  const searches = { left: mostSearches }
  const occurrences: SeriesPreview['occurrences'] = []
  for (const { index, start } of occurrencesOf(body.rule, { start: first, timezone })) {
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
      index === 0
        ? { available: 0, conflict: null }
        : await conflictOf(req, moves, { template, body, searches })
    occurrences.push({ index, ...span, ...found })
  }
  return { timezone, summary: repeatInWords(body.rule), occurrences }
}
