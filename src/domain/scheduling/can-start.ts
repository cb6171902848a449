import { type Bitmap, bitMs, intersectInto, keepRuns, moveLater, removeFrom } from './bitmap.ts'
import type { SlotRules } from './slot-search.ts'
import type { SlotPerson } from './slot-search.ts'

const minuteMs = 60_000

/** Minutes as bits; a part of a bit counts whole. */
export const bitsIn = (minutes: number): number => Math.ceil((minutes * minuteMs) / bitMs)

/**
 * The bits at which the person can start a visit: open throughout, not under way to another one,
 * and unoccupied from the buffer before it to the buffer after it. Buffers may lie outside hours.
 */
export const canStart = (
  person: Omit<SlotPerson, 'id'>,
  rules: Pick<SlotRules, 'durationMinutes' | 'bufferBeforeMinutes' | 'bufferAfterMinutes'>,
  placeOpen?: Bitmap,
): Bitmap => {
  const starts = person.open.slice()
  if (placeOpen) intersectInto(starts, placeOpen)
  if (person.travel) removeFrom(starts, person.travel)
  const length = bitsIn(rules.durationMinutes)
  const [before, after] = [bitsIn(rules.bufferBeforeMinutes), bitsIn(rules.bufferAfterMinutes)]
  if (before === 0 && after === 0) {
    removeFrom(starts, person.busy)
    keepRuns(starts, length)
    return starts
  }
  keepRuns(starts, length)
  const unoccupied = person.busy.map((word) => ~word)
  keepRuns(unoccupied, before + length + after)
  moveLater(unoccupied, before)
  intersectInto(starts, unoccupied)
  return starts
}
