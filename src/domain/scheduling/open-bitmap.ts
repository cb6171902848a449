import { type BitWindow, emptyBitmap, spanOfWindow } from './bit-window.ts'
import { type Bitmap, bitMs, bitsPerDay, setBits } from './bitmap.ts'
import { type HoursBlock, type WorkingHours, type Weekday, weekdays } from './working-hours.ts'
import { clockOf, closingAt, openingAt, steadyOffset, wallAt } from './zone-clock.ts'

type Block = { start: number; end: number }

const dayMs = 86_400_000

/**
 * Working or opening hours as bits of the window, by the wall clock of their zone: a block of
 * 22:00–06:00 lasts seven or nine hours across a change of the clocks.
 */
export const openBitmap = (hours: WorkingHours, window: BitWindow): Bitmap => {
  const bitmap = emptyBitmap(window)
  const { from, to } = spanOfWindow(window)
  const clock = clockOf(hours.timezone, from, to)
  const blocksOn = blocksByDay(hours)
  const lastDay = Math.floor(wallAt(clock, to) / dayMs)
  const base = window.firstDay * bitsPerDay
  // A block of the day before may reach past midnight.
  for (let day = Math.floor(wallAt(clock, from) / dayMs) - 1; day <= lastDay; day += 1) {
    const midnight = day * dayMs
    const blocks = blocksOn(day)
    if (blocks.length === 0) continue
    const offset = steadyOffset(clock, midnight, midnight + 2 * dayMs)
    for (const { start, end } of blocks) {
      const [opens, closes] = [midnight + start, midnight + end]
      const first = (offset === null ? openingAt(clock, opens) : opens - offset) / bitMs - base
      const last = (offset === null ? closingAt(clock, closes) : closes - offset) / bitMs - base
      setBits(bitmap, Math.ceil(first), Math.floor(last))
    }
  }
  return bitmap
}

const known = new WeakMap<WorkingHours, (day: number) => Block[]>()

/** Hours are read once: whoever changes some makes new ones. */
const blocksByDay = (hours: WorkingHours): ((day: number) => Block[]) => {
  const found = known.get(hours) ?? readBlocks(hours)
  known.set(hours, found)
  return found
}

const readBlocks = ({ hours, exceptions }: WorkingHours): ((day: number) => Block[]) => {
  const weekly = weekdays.map((name: Weekday) =>
    hours.filter(({ days }) => days.includes(name)).map(blockOf),
  )
  const dates = new Map<number, Block[]>()
  const closed = new Set<number>()
  for (const exception of exceptions) {
    const day = Date.parse(exception.date.slice(0, 10)) / dayMs
    if (exception.closed) closed.add(day)
    dates.set(day, [...(dates.get(day) ?? []), ...exception.blocks.map(blockOf)])
  }
  return (day) => {
    if (closed.has(day)) return []
    // Day 0 of 1970 was a Thursday.
    return dates.get(day) ?? weekly[(((day + 3) % 7) + 7) % 7] ?? []
  }
}

/** Milliseconds after local midnight; an end at or before the start lies on the next day. */
const blockOf = ({ start, end }: HoursBlock): Block => {
  const [opens, closes] = [msOf(start), msOf(end)]
  return { start: opens, end: closes <= opens ? closes + dayMs : closes }
}

const msOf = (clock: string): number =>
  (Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5))) * 60_000
