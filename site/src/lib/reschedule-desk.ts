import { z } from 'zod'
import type { BookingView } from '../../../src/contracts/my-bookings.ts'
import { slotSchema, type SlotsAnswer } from '../../../src/contracts/slots.ts'
import type { Answer } from './call.ts'
import type { Draft } from './draft.ts'
import type { FreeTimes } from './free-times.ts'
import { ownTimes } from './own-times.ts'
import type { Refusal } from './refusal.ts'
import type { Slot } from './shapes.ts'

export type RescheduleDesk = {
  times: FreeTimes | null
  error: string | undefined
  refusal: Refusal | null
  /** Other times, when the wanted one has gone. */
  alternatives: Slot[]
  /** The booking at its new time. */
  moved: BookingView | null
}

type Door = {
  slots: (range: { from: string; to: string }) => Promise<Answer<SlotsAnswer>>
  move: (wish: { start: string; comment?: string }) => Promise<Answer<{ booking: BookingView }>>
}

const withAlternatives = z.object({ alternatives: z.array(slotSchema) })

const alternativesOf = ({ code, details }: Refusal): Slot[] => {
  const parsed = withAlternatives.safeParse(details)
  return code === 'slot-taken' && parsed.success ? parsed.data.alternatives.slice(0, 3) : []
}

/** Answers one turn of the page on which a customer moves a booking: shows times, or moves it. */
export async function rescheduleDesk(
  door: Door,
  { booking, draft, now }: { booking: BookingView; draft: Draft; now: number },
): Promise<RescheduleDesk> {
  const desk: RescheduleDesk = {
    times: null,
    error: undefined,
    refusal: null,
    alternatives: [],
    moved: null,
  }
  if (draft['intent'] === 'move') {
    const start = draft['start']
    const comment = draft['comment']
    if (!start) desk.error = 'Please choose one of the times.'
    else {
      const answer = await door.move({ start, ...(comment && { comment }) })
      if (answer.ok) return { ...desk, moved: answer.data.booking }
      desk.refusal = answer.refusal
      desk.alternatives = alternativesOf(answer.refusal)
    }
  }
  const free = await ownTimes(door.slots, { draft, timezone: booking.timezone, now })
  if ('times' in free) return { ...desk, times: free.times }
  return { ...desk, refusal: desk.refusal ?? free.refusal }
}
