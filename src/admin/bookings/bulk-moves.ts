import { type Actor, may } from '../../access/actor.ts'

export type BulkMove = 'confirm' | 'complete' | 'cancel' | 'claim'

const needs = {
  confirm: 'booking.confirm',
  complete: 'booking.complete',
  cancel: 'booking.cancel',
  claim: 'booking.edit',
} as const

/** The commands the reader may give to several bookings at once. */
export const bulkMoves = (actor: Actor): BulkMove[] =>
  (Object.keys(needs) as BulkMove[]).filter((move) => may(actor, needs[move]))
