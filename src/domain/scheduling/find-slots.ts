import { bitOf } from './bit-window.ts'
import { type Bitmap, hasBit } from './bitmap.ts'
import { bookableStarts } from './bookable-starts.ts'
import { canStart } from './can-start.ts'
import { addToCounter, countAt, createCounter } from './people-counter.ts'
import type { SlotSearch } from './slot-search.ts'

/** `available` counts the people who can take the slot. */
export type Slot = { start: number; end: number; available: number }

const minuteMs = 60_000

/** People that the visits of a search need at the same time. */
export const peopleNeeded = ({ service, quantity = 1 }: Pick<SlotSearch, 'service' | 'quantity'>) =>
  Math.max(1, service.crewSize) * Math.max(1, quantity)

/** The slots that enough eligible people can take, in order of time. */
export const findSlots = (search: SlotSearch): Slot[] => {
  const { service, window, fieldworker } = search
  const needed = peopleNeeded(search)
  const counter = createCounter(window.days * 9)
  let theirs: Bitmap | undefined
  for (const person of search.people) {
    const isNamed = person.id === fieldworker
    if (fieldworker && needed === 1 && !isNamed) continue
    const starts = canStart(person, service, search.placeOpen)
    if (isNamed) theirs = starts
    addToCounter(counter, starts)
  }
  if (fieldworker && !theirs) return []
  const lengthMs = service.durationMinutes * minuteMs
  const slots: Slot[] = []
  for (const start of bookableStarts(search)) {
    const bit = bitOf(start, window)
    const available = countAt(counter, bit)
    if (available < needed || (theirs && !hasBit(theirs, bit))) continue
    slots.push({ start, end: start + lengthMs, available })
  }
  return slots
}
