import { type BitWindow, bitOf } from './bit-window.ts'
import { type Bitmap, hasBit } from './bitmap.ts'
import { bookableStarts } from './bookable-starts.ts'
import { canStart, type SlotPerson } from './can-start.ts'
import { addToCounter, countAt, createCounter } from './people-counter.ts'

/** What a service says about its slots (AV-08). All lengths in minutes unless named otherwise. */
export type SlotRules = {
  durationMinutes: number
  /** Time kept free of other work before the visit; it may lie outside working hours. */
  bufferBeforeMinutes: number
  bufferAfterMinutes: number
  /** A slot starts at least this long after now. */
  noticeMinutes: number
  /** The last bookable date is today plus this many days, in the zone of the site. */
  horizonDays: number
  /** Slots start at multiples of this after local midnight. */
  slotIntervalMinutes: number
  /** People one visit needs at the same time. */
  crewSize: number
}

/** `available` counts the people who can take the slot. */
export type Slot = { start: number; end: number; available: number }

export type SlotSearch = {
  service: SlotRules
  /** What the bitmaps cover; the visits and their buffers lie inside it. */
  window: BitWindow
  people: readonly SlotPerson[]
  /** Opening hours of the place, where it has any (AV-05). */
  placeOpen?: Bitmap | undefined
  /** First and last local date, inclusive. */
  from: string
  to: string
  timezone: string
  now: number
  /** How many visits at the same time; each needs a whole crew. Default 1. */
  quantity?: number | undefined
  /** Only slots which this person can take. */
  fieldworker?: string | undefined
}

const minuteMs = 60_000

/** People that the visits of a search need at the same time. */
export const peopleNeeded = ({ service, quantity = 1 }: Pick<SlotSearch, 'service' | 'quantity'>) =>
  Math.max(1, service.crewSize) * Math.max(1, quantity)

/** The slots that enough eligible people can take, in order of time (AV-01, AV-04, AV-05). */
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
