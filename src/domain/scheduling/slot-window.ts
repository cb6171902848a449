import { type BitWindow, windowOf } from './bit-window.ts'
import type { SlotRules } from './slot-search.ts'
import { clockOf, openingAt } from './zone-clock.ts'

const dayMs = 86_400_000
const minuteMs = 60_000

/** The days that bitmaps must cover for visits which start on the local dates `from` to `to`. */
export const slotWindow = (input: {
  service: Pick<SlotRules, 'durationMinutes' | 'bufferBeforeMinutes' | 'bufferAfterMinutes'>
  from: string
  to: string
  timezone: string
}): BitWindow => {
  const [first, last] = [Date.parse(input.from), Date.parse(input.to) + dayMs]
  const clock = clockOf(input.timezone, first, last)
  const { durationMinutes, bufferBeforeMinutes, bufferAfterMinutes } = input.service
  return windowOf({
    from: openingAt(clock, first) - bufferBeforeMinutes * minuteMs,
    to: openingAt(clock, last) + (durationMinutes + bufferAfterMinutes) * minuteMs,
  })
}
