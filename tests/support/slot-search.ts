import { bitsOf, windowOf } from '../../src/domain/scheduling/bit-window.ts'
import type { SlotSearch } from '../../src/domain/scheduling/slot-search.ts'
import type { Interval } from '../../src/domain/scheduling/intervals.ts'

export type SpanSearch = Omit<SlotSearch, 'people' | 'placeOpen' | 'window'> & {
  people: { id: string; working: Interval[]; busy: Interval[]; travel?: Interval[] }[]
  locationOpen?: Interval[]
}

const dayMs = 86_400_000

/** A search whose people and place are told in spans, as the engine takes it: in bits. */
export const searchOf = ({ people, locationOpen, ...search }: SpanSearch): SlotSearch => {
  const window = windowOf({
    from: Date.parse(search.from) - 3 * dayMs,
    to: Date.parse(search.to) + 5 * dayMs,
  })
  return {
    ...search,
    window,
    people: people.map(({ id, working, busy, travel }) => ({
      id,
      open: bitsOf(working, window, 'inward'),
      busy: bitsOf(busy, window, 'outward'),
      ...(travel && { travel: bitsOf(travel, window, 'outward') }),
    })),
    ...(locationOpen && { placeOpen: bitsOf(locationOpen, window, 'inward') }),
  }
}
