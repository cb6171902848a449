import { z } from 'zod'
import type { Held } from '../../../src/contracts/scheduling/holds.ts'
import type { BookingView } from '../../../src/contracts/bookings/my-bookings.ts'
import { slotSchema, type SlotsAnswer } from '../../../src/contracts/scheduling/slots.ts'
import type { Answer } from './call.ts'
import type { Draft } from './draft.ts'
import type { FreeTimes } from './free-times.ts'
import { isId } from './is-id.ts'
import { holdStart } from './hold-start.ts'
import { ownTimes } from './own-times.ts'
import type { Refusal } from './refusal.ts'
import type { Slot } from './shapes.ts'

export type RescheduleController = {
  times: FreeTimes | null
  error: string | undefined
  refusal: Refusal | null
  /** Other times, when the wanted one has gone. */
  alternatives: Slot[]
  /** The start that is kept while the customer decides. */
  held: Held | null
  /** Why the chosen start is not kept, where the booking can still move to it. */
  unkept: string | null
  /** The booking at its new time. */
  moved: BookingView | null
}

type Door = {
  slots: (range: { from: string; to: string; hold?: string }) => Promise<Answer<SlotsAnswer>>
  hold: (wish: { start: string; hold?: string }) => Promise<Answer<Held | null>>
  move: (wish: {
    start: string
    comment?: string
    hold?: string
  }) => Promise<Answer<{ booking: BookingView }>>
}

const withAlternatives = z.object({ alternatives: z.array(slotSchema) })

const alternativesOf = ({ code, details }: Refusal): Slot[] => {
  const parsed = withAlternatives.safeParse(details)
  return code === 'slot-taken' && parsed.success ? parsed.data.alternatives.slice(0, 3) : []
}

type Asked = { booking: BookingView; draft: Draft; now: number; posted: boolean }

/** Answers one turn of the page on which a customer moves a booking: shows times, or moves it. */
export async function rescheduleController(
  door: Door,
  { booking, draft, now, posted }: Asked,
): Promise<RescheduleController> {
  const state: RescheduleController = {
    times: null,
    error: undefined,
    refusal: null,
    alternatives: [],
    held: null,
    unkept: null,
    moved: null,
  }
  const hold = () => (isId(draft['hold']) ? { hold: draft['hold'] } : {})
  if (draft['intent'] === 'move') {
    const start = draft['start']
    const comment = draft['comment']
    if (!start) state.error = 'Please choose one of the times.'
    else {
      const answer = await door.move({ start, ...(comment && { comment }), ...hold() })
      if (answer.ok) return { ...state, moved: answer.data.booking }
      state.refusal = answer.refusal
      state.alternatives = alternativesOf(answer.refusal)
    }
  }
  if (posted && state.refusal?.code !== 'slot-taken') {
    const { held, refusal } = await holdStart(draft, door.hold)
    state.held = held
    if (refusal?.code === 'slot-taken') {
      state.refusal = refusal
      state.alternatives = alternativesOf(refusal)
      delete draft['start']
    } else state.unkept = refusal?.message ?? null
  }
  const slots = (range: { from: string; to: string }) => door.slots({ ...range, ...hold() })
  const free = await ownTimes(slots, { draft, timezone: booking.timezone, now })
  if ('times' in free) return { ...state, times: free.times }
  return { ...state, refusal: state.refusal ?? free.refusal }
}
