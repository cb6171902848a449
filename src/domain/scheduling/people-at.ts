import { bitOf } from './bit-window.ts'
import { hasBit } from './bitmap.ts'
import { canStart } from './can-start.ts'
import type { SlotSearch } from './slot-search.ts'

/** Ids of those who can take a visit at `start`, in the order of the search's people. */
export const peopleAt = (
  search: Pick<SlotSearch, 'service' | 'window' | 'people' | 'placeOpen'>,
  start: number,
): string[] => {
  const bit = bitOf(start, search.window)
  return search.people
    .filter((person) => hasBit(canStart(person, search.service, search.placeOpen), bit))
    .map(({ id }) => id)
}
