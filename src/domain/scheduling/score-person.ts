import { type BitWindow, bitOf, emptyBitmap, spansOf } from './bit-window.ts'
import { type Bitmap, countBits, hasBit, intersectInto, removeFrom, setBits } from './bitmap.ts'
import { canStart } from './can-start.ts'
import type { Occupied } from './explain-world.ts'
import type { SlotRules } from './slot-search.ts'
import { type Interval, overlaps } from './intervals.ts'

export type ScoredPerson = {
  workingMinutes: number
  freeMinutes: number
  busyMinutes: number
  /** Visits and reservations that they hold. */
  visits: number
  slots: number
  firstStart: number | null
  working: Interval[]
  busy: Occupied[]
  open: Interval[]
}

const bitMinutes = 5

type PersonTime = {
  open: Bitmap
  busy: Bitmap
  travel?: Bitmap | undefined
  occupied: readonly Occupied[]
}

type Asked = {
  service: SlotRules
  window: BitWindow
  placeOpen?: Bitmap | undefined
  /** The days asked about (epoch ms). */
  days: Interval
  /** Starts of the grid in these days. */
  starts: readonly number[]
}

/** How much of some days a person works, is taken and is free, and what they could start. */
export const scorePerson = (person: PersonTime, asked: Asked): ScoredPerson => {
  const { window, days, placeOpen } = asked
  const within = emptyBitmap(window)
  setBits(within, Math.ceil(bitOf(days.start, window)), Math.floor(bitOf(days.end, window)))
  const working = person.open.slice()
  intersectInto(working, within)
  const open = working.slice()
  if (placeOpen) intersectInto(open, placeOpen)
  removeFrom(open, person.busy)
  const taken = person.busy.slice()
  intersectInto(taken, within)
  const able = canStart(person, asked.service, placeOpen)
  const starts = asked.starts.filter((start) => hasBit(able, bitOf(start, window)))
  const busy = person.occupied.filter((span) => overlaps(span, days))
  return {
    workingMinutes: countBits(working) * bitMinutes,
    freeMinutes: countBits(open) * bitMinutes,
    busyMinutes: countBits(taken) * bitMinutes,
    visits: busy.filter(({ kind }) => kind === 'visit' || kind === 'reservation').length,
    slots: starts.length,
    firstStart: starts[0] ?? null,
    working: spansOf(working, window),
    busy,
    open: spansOf(open, window),
  }
}
