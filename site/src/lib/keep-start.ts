import type { Held } from '../../../src/contracts/holds.ts'
import { api } from './api.ts'
import type { Caller } from './call.ts'
import type { Draft } from './draft.ts'
import { isId } from './is-id.ts'
import type { PlaceChoice } from './place-choices.ts'
import { placeQuery } from './place-query.ts'
import type { Refusal } from './refusal.ts'
import type { Service } from './shapes.ts'

export type KeptStart = {
  held: Held | null
  /** Somebody was quicker, or this visitor keeps enough times already. */
  refusal: Refusal | null
}

const nothing: KeptStart = { held: null, refusal: null }
/** What a visitor is told about; another refusal is for the booking itself to say. */
const told = new Set(['slot-taken', 'rate-limited'])

/**
 * Keeps the chosen start for the visitor while they type, without script too: takes it, keeps it
 * longer, or moves what they kept before. Booking works without.
 */
export async function keepStart(
  caller: Caller,
  { service, place, draft }: { service: Service; place: PlaceChoice; draft: Draft },
): Promise<KeptStart> {
  const { start, hold } = draft
  if (!start) return nothing
  const wish = { service: service.slug, start, ...placeQuery(place, draft) }
  const answer = await api(caller).hold({ ...wish, ...(isId(hold) && { hold }) })
  if (answer.ok) return { held: answer.data, refusal: null }
  return told.has(answer.refusal.code) ? { held: null, refusal: answer.refusal } : nothing
}
