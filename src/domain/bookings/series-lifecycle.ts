import { defineLifecycle } from '../lifecycle.ts'

export const seriesStates = ['active', 'ended'] as const

export type SeriesState = (typeof seriesStates)[number]

/** A series of bookings; each occurrence has a lifecycle of its own. */
export const seriesLifecycle = defineLifecycle<SeriesState>({
  name: 'series',
  states: seriesStates,
  initial: ['active'],
  table: {
    active: { end: { to: 'ended', who: ['system', 'booking.cancel'] } },
    ended: {},
  },
})
