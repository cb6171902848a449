import { z } from 'zod'
import type { Held } from '../../../src/contracts/scheduling/holds.ts'
import { slotSchema } from '../../../src/contracts/scheduling/slots.ts'
import { api } from './api.ts'
import { type FieldErrors, idempotencyKey, missingFields, newBooking } from './booking-request.ts'
import type { Caller } from './call.ts'
import type { Draft } from './draft.ts'
import { type FreeTimes, freeTimes } from './free-times.ts'
import { isId } from './is-id.ts'
import { holdStart } from './hold-start.ts'
import { chosenPlace, type PlaceChoice, placeChoices } from './place-choices.ts'
import { placeQuery } from './place-query.ts'
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
  /** The start that is kept while the visitor types. */
  held: Held | null
  /** Why the chosen start is not kept, where it can still be booked. */
  unkept: string | null
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

/** A start of another place is chosen anew; what was kept there is given back. */
async function forgetStart(caller: Caller, draft: Draft) {
  const { hold } = draft
  delete draft['start']
  delete draft['hold']
  if (isId(hold)) await api(caller).release(hold)
}

type Asked = { service: Service; place: PlaceChoice; draft: Draft }

/** Books where nothing is missing; whatever is refused stands in the desk afterwards. */
async function tryToBook(caller: Caller, desk: Desk, { service, place, draft }: Asked) {
  const asked = { draft, service, place, me: caller.locals.me }
  desk.errors = missingFields(asked)
  if (Object.keys(desk.errors).length > 0) return
  const wish = newBooking(asked)
  const answer = await api(caller).book(wish, idempotencyKey(draft['form'] ?? '', wish))
  if (answer.ok) desk.booked = answer.data
  else {
    desk.refusal = answer.refusal
    desk.alternatives = alternativesOf(answer.refusal)
    for (const { field, message } of answer.refusal.all) if (field) desk.errors[field] = message
  }
}

/** Keeps the chosen start; one that has just gone is let go in words, with other times. */
async function tryToKeep(caller: Caller, desk: Desk, asked: Asked) {
  const { service, place, draft } = asked
  const where = { service: service.slug, ...placeQuery(place, draft) }
  const { held, refusal } = await holdStart(draft, (wish) =>
    api(caller).hold({ ...where, ...wish }),
  )
  desk.held = held
  if (refusal?.code === 'slot-taken') {
    desk.refusal = refusal
    desk.alternatives = alternativesOf(refusal)
    delete draft['start']
  } else desk.unkept = refusal?.message ?? null
}

/** Answers one turn of the booking page: keeps the chosen start, shows free times, or books. */
export async function bookingController(
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
    held: null,
    unkept: null,
    booked: null,
  }
  if (!place) {
    if (posted) desk.errors['place'] = 'Please choose where the work is done.'
    return desk
  }
  if (place.kind === 'mobile' && !draft['address.postcode']) {
    if (posted) desk.errors['address.postcode'] = 'Enter a postcode so we can check availability.'
    return desk
  }

  const asked = { service, place, draft }
  const isSamePlace = draft['shownFor'] === shownFor(place, draft)
  if (posted && !isSamePlace) await forgetStart(caller, draft)
  if (posted && isSamePlace && draft['intent'] === 'book') await tryToBook(caller, desk, asked)
  if (desk.booked) return desk
  if (posted && desk.refusal?.code !== 'slot-taken') await tryToKeep(caller, desk, asked)

  const free = await freeTimes(caller, { ...asked, now })
  if ('times' in free) return { ...desk, times: free.times }
  if ('unknownPlace' in free) {
    desk.errors['address.postcode'] =
      'We don’t cover this postcode yet. Check it, or call us and we’ll see what we can do.'
    return desk
  }
  if (free.refusal.field?.endsWith('postcode')) {
    desk.errors['address.postcode'] = free.refusal.message
  } else desk.refusal ??= free.refusal
  return desk
}
