import { z } from 'zod'
import { slotSchema } from '../../../src/contracts/slots.ts'
import { api } from './api.ts'
import { type FieldErrors, idempotencyKey, missingFields, newBooking } from './booking-request.ts'
import type { Caller } from './call.ts'
import type { Draft } from './draft.ts'
import { type FreeTimes, freeTimes } from './free-times.ts'
import { chosenPlace, type PlaceChoice, placeChoices } from './place-choices.ts'
import type { Refusal } from './refusal.ts'
import type { Booked, Service, Slot } from './shapes.ts'

export type Desk = {
  places: PlaceChoice[]
  place: PlaceChoice | undefined
  times: FreeTimes | null
  errors: FieldErrors
  refusal: Refusal | null
  /** Other times, when the wanted one has gone. */
  alternatives: Slot[]
  booked: Booked | null
}

const withAlternatives = z.object({ alternatives: z.array(slotSchema) })

function alternativesOf({ code, details }: Refusal): Slot[] {
  if (code !== 'slot-taken') return []
  const parsed = withAlternatives.safeParse(details)
  return parsed.success ? parsed.data.alternatives.slice(0, 3) : []
}

/** A time chosen for another place than the one now given must be chosen anew. */
const shownFor = (place: PlaceChoice, draft: Draft) =>
  place.kind === 'mobile' ? (draft['address.postcode'] ?? '') : place.value

/** Answers one turn of the booking page: shows free times, or books. */
export async function bookingDesk(
  caller: Caller,
  { service, draft, posted, now }: { service: Service; draft: Draft; posted: boolean; now: number },
): Promise<Desk> {
  const places = placeChoices(service)
  const place = chosenPlace(places, draft)
  const desk: Desk = {
    places,
    place,
    times: null,
    errors: {},
    refusal: null,
    alternatives: [],
    booked: null,
  }
  const intent = draft['intent'] ?? ''
  if (!place) {
    if (posted) desk.errors['place'] = 'Please choose where the work is done.'
    return desk
  }
  if (place.kind === 'mobile' && !draft['address.postcode']) {
    if (posted)
      desk.errors['address.postcode'] = 'Please give the postcode; it decides who can come.'
    return desk
  }

  const wantsToBook = posted && intent === 'book' && draft['shownFor'] === shownFor(place, draft)
  if (wantsToBook) {
    const asked = { draft, service, place, me: caller.locals.me }
    desk.errors = missingFields(asked)
    if (Object.keys(desk.errors).length === 0) {
      const wish = newBooking(asked)
      const answer = await api(caller).book(wish, idempotencyKey(draft['form'] ?? '', wish))
      if (answer.ok) return { ...desk, booked: answer.data }
      desk.refusal = answer.refusal
      desk.alternatives = alternativesOf(answer.refusal)
      for (const { field, message } of answer.refusal.all) if (field) desk.errors[field] = message
    }
  }

  const free = await freeTimes(caller, { service, place, draft, now })
  if ('times' in free) return { ...desk, times: free.times }
  if ('unknownPlace' in free) {
    desk.errors['address.postcode'] =
      'Nobody of ours works at this postcode yet. Check it, or call us: we may know a way.'
    return desk
  }
  if (free.refusal.field?.endsWith('postcode')) {
    desk.errors['address.postcode'] = free.refusal.message
  } else desk.refusal ??= free.refusal
  return desk
}
