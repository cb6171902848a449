import { type Interval, intersect, merge } from './intervals.ts'
import { addDays, localDateOf } from './local-time.ts'
import { slotGrid } from './slot-grid.ts'

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

/** One eligible person: working hours and occupied spans (buffers included) as instants. */
export type SlotPerson = { id: string; working: readonly Interval[]; busy: readonly Interval[] }

/** `available` counts the people who can take the slot; `people` are their ids. */
export type Slot = { start: number; end: number; available: number; people: string[] }

export type SlotSearch = {
  service: SlotRules
  people: readonly SlotPerson[]
  /** Opening hours of the place, where it has any (AV-05). */
  locationOpen?: readonly Interval[]
  /** First and last local date, inclusive. */
  from: string
  to: string
  timezone: string
  now: number
  /** How many visits at the same time; each needs a whole crew. Default 1. */
  quantity?: number
  /** Only slots which this person can take. */
  fieldworker?: string
}

const minuteMs = 60_000

/** The slots that enough eligible people can take, in order of time (AV-01, AV-04, AV-05). */
export const findSlots = (search: SlotSearch): Slot[] => {
  const { service, quantity = 1 } = search
  const needed = Math.max(1, service.crewSize) * Math.max(1, quantity)
  const starts = bookableStarts(search)
  const slots = starts.map((start) => ({
    start,
    end: start + service.durationMinutes * minuteMs,
    people: [] as string[],
  }))
  const alone = search.fieldworker !== undefined && needed === 1
  for (const person of search.people) {
    if (alone && person.id !== search.fieldworker) continue
    collect({ person, slots, service, locationOpen: search.locationOpen })
  }
  return slots
    .filter((slot) => slot.people.length >= needed)
    .filter((slot) => !search.fieldworker || slot.people.includes(search.fieldworker))
    .map(({ start, end, people }) => ({ start, end, available: people.length, people }))
}

const bookableStarts = ({ service, from, to, timezone, now }: SlotSearch): number[] => {
  const lastDate = addDays(localDateOf(now, timezone), service.horizonDays)
  const grid = slotGrid({
    from,
    to: to < lastDate ? to : lastDate,
    timezone,
    intervalMinutes: service.slotIntervalMinutes,
  })
  const earliest = now + service.noticeMinutes * minuteMs
  return grid.filter((start) => start >= earliest)
}

/** Adds the person to every slot they can take, in one pass over slots, hours and busy spans. */
const collect = (input: {
  person: SlotPerson
  slots: { start: number; end: number; people: string[] }[]
  service: SlotRules
  locationOpen: readonly Interval[] | undefined
}): void => {
  const { person, slots, service, locationOpen } = input
  const hours = locationOpen ? intersect(person.working, locationOpen) : merge(person.working)
  const busy = merge(person.busy)
  const before = service.bufferBeforeMinutes * minuteMs
  const after = service.bufferAfterMinutes * minuteMs
  let block = 0
  let taken = 0
  for (const slot of slots) {
    while (block < hours.length && (hours[block] as Interval).end < slot.end) block += 1
    const open = hours[block]
    if (!open) return
    if (open.start > slot.start) continue
    while (taken < busy.length && (busy[taken] as Interval).end <= slot.start - before) taken += 1
    const next = busy[taken]
    if (!next || next.start >= slot.end + after) slot.people.push(person.id)
  }
}
