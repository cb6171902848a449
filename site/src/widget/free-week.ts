import { addDays, dayOf } from '../lib/local-day.ts'
import type { Slot } from '../lib/shapes.ts'
import type { FreeDay } from './state.ts'

/** Seven local days from `week` on with their free times, those without any included. */
export const freeWeek = (week: string, slots: Slot[], timezone: string): FreeDay[] => {
  const days = Array.from(
    { length: 7 },
    (_, at): FreeDay => ({ day: addDays(week, at), slots: [] }),
  )
  for (const slot of slots) {
    days.find(({ day }) => day === dayOf(slot.start, timezone))?.slots.push(slot)
  }
  return days
}

/** The next free times from `start` on, for somebody whose time has gone. */
export const nextFree = (slots: Slot[], start: string, count = 3): Slot[] =>
  slots.filter((slot) => Date.parse(slot.start) >= Date.parse(start)).slice(0, count)
