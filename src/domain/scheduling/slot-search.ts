import type { BitWindow } from './bit-window.ts'
import type { Bitmap } from './bitmap.ts'

/** What a service says about its slots. All lengths in minutes unless named otherwise. */
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

export type SlotSearch = {
  service: SlotRules
  /** What the bitmaps cover; the visits and their buffers lie inside it. */
  window: BitWindow
  people: readonly SlotPerson[]
  /** Opening hours of the place, where it has any. */
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

/** One eligible person as bits of one window: hours, what takes them, and the way to other visits. */
export type SlotPerson = {
  id: string
  open: Bitmap
  /** Visits with their buffers, absences and everything else that takes time. */
  busy: Bitmap
  /** Where they would still be on the way to or from another visit (see `travelBitmap`). */
  travel?: Bitmap | undefined
}
