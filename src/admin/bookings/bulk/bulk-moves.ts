import { type Actor, may } from '../../../access/actor.ts'

export type BulkMove = 'assign' | 'label' | 'claim' | 'confirm' | 'complete' | 'cancel' | 'delete'

const needs = {
  assign: 'booking.assign',
  label: 'booking.edit',
  claim: 'booking.edit',
  confirm: 'booking.confirm',
  complete: 'booking.complete',
  cancel: 'booking.cancel',
  delete: 'booking.delete',
} as const

/** What the reader may do with several bookings at once. */
export const bulkMoves = (actor: Actor): BulkMove[] =>
  (Object.keys(needs) as BulkMove[]).filter((move) => may(actor, needs[move]))
