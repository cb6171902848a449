import { z } from 'zod'
import type { Held } from '../../../src/contracts/scheduling/holds.ts'
import { slotSchema } from '../../../src/contracts/scheduling/slots.ts'
import { api } from './api.ts'
import { type FieldErrors, missingFields, newBooking } from './booking-request.ts'
import { idempotencyKey } from './idempotency-key.ts'
import type { Caller } from './call.ts'
import type { Draft } from './draft.ts'
import { type FreeTimes, freeTimes } from './free-times.ts'
import { isId } from './is-id.ts'
import { holdStart } from './hold-start.ts'
import { chosenPlace, type PlaceChoice, placeChoices } from './place-choices.ts'
import { placeQuery } from './place-query.ts'
import type { Refusal } from './refusal.ts'
import type { Booked, Service, Slot } from './shapes.ts'

export type BookingState = {
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

/** Books where nothing is missing; whatever is refused stands in the state afterwards. */
async function tryToBook(caller: Caller, state: BookingState, { service, place, draft }: Asked) {
  const asked = { draft, service, place, me: caller.locals.me }
  state.errors = missingFields(asked)
  if (Object.keys(state.errors).length > 0) return
  const wish = newBooking(asked)
  const answer = await api(caller).book(wish, idempotencyKey(draft['form'] ?? '', wish))
  if (answer.ok) state.booked = answer.data
  else {
    state.refusal = answer.refusal
    state.alternatives = alternativesOf(answer.refusal)
    for (const { field, message } of answer.refusal.all) if (field) state.errors[field] = message
  }
}

/** Keeps the chosen start; one that has just gone is let go in words, with other times. */
async function tryToKeep(caller: Caller, state: BookingState, asked: Asked) {
  const { service, place, draft } = asked
  const where = { service: service.slug, ...placeQuery(place, draft) }
  const { held, refusal } = await holdStart(draft, (wish) =>
    api(caller).hold({ ...where, ...wish }),
  )
  state.held = held
  if (refusal?.code === 'slot-taken') {
    state.refusal = refusal
    state.alternatives = alternativesOf(refusal)
    delete draft['start']
  } else state.unkept = refusal?.message ?? null
}

const noState = (places: PlaceChoice[], place: PlaceChoice | undefined): BookingState => ({
  ...{ places, place },
  ...{ times: null, errors: {}, refusal: null, alternatives: [] },
  ...{ held: null, unkept: null, booked: null },
})

/** What is missing before times can be looked for, by field. */
const missingPlace = (place: PlaceChoice | undefined, draft: Draft): Record<string, string> => {
  if (!place) return { place: 'Please choose where the work is done.' }
  if (place.kind !== 'mobile' || draft['address.postcode']) return {}
  return { 'address.postcode': 'Enter a postcode so we can check availability.' }
}

/** Answers one turn of the booking page: keeps the chosen start, shows free times, or books. */
export async function bookingController(
  caller: Caller,
  { service, draft, posted, now }: { service: Service; draft: Draft; posted: boolean; now: number },
): Promise<BookingState> {
  const places = placeChoices(service)
  const place = chosenPlace(places, draft)
  const state = noState(places, place)
  const missing = missingPlace(place, draft)
  if (!place || Object.keys(missing).length > 0) {
    return posted ? { ...state, errors: missing } : state
  }

  const asked = { service, place, draft }
  const isSamePlace = draft['shownFor'] === shownFor(place, draft)
  if (posted && !isSamePlace) await forgetStart(caller, draft)
  if (posted && isSamePlace && draft['intent'] === 'book') await tryToBook(caller, state, asked)
  if (state.booked) return state
  if (posted && state.refusal?.code !== 'slot-taken') await tryToKeep(caller, state, asked)

  const free = await freeTimes(caller, { ...asked, now })
  if ('times' in free) return { ...state, times: free.times }
  if ('unknownPlace' in free) {
    state.errors['address.postcode'] =
      'We don’t cover this postcode yet. Check it, or call us and we’ll see what we can do.'
    return state
  }
  if (free.refusal.field?.endsWith('postcode')) {
    state.errors['address.postcode'] = free.refusal.message
  } else state.refusal ??= free.refusal
  return state
}
