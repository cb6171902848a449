import type { Held } from '../../../src/contracts/scheduling/holds.ts'
import type { Answer } from './call.ts'
import type { Draft } from './draft.ts'
import { isId } from './is-id.ts'
import type { Refusal } from './refusal.ts'

export type HeldStart = {
  held: Held | null
  /** Somebody was quicker, or this visitor keeps enough times already. */
  refusal: Refusal | null
}

const nothing: HeldStart = { held: null, refusal: null }
/** What a visitor is told about; another refusal is for the booking itself to say. */
const told = new Set(['slot-taken', 'rate-limited'])

/**
 * Keeps the chosen start for the visitor while they decide, without script too: takes it, keeps it
 * longer, or moves what they kept before. The draft names what is kept. Booking works without.
 */
export async function holdStart(
  draft: Draft,
  hold: (wish: { start: string; hold?: string }) => Promise<Answer<Held | null>>,
): Promise<HeldStart> {
  const { start } = draft
  if (!start) return nothing
  const answer = await hold({ start, ...(isId(draft['hold']) && { hold: draft['hold'] }) })
  if (answer.ok) {
    if (answer.data) draft['hold'] = answer.data.id
    return { held: answer.data, refusal: null }
  }
  return told.has(answer.refusal.code) ? { held: null, refusal: answer.refusal } : nothing
}
