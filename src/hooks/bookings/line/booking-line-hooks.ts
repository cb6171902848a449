import type { CollectionConfig } from 'payload'
import { deriveVersion } from '../../records/derive-version.ts'
import { lockBooking } from '../lock-booking.ts'
import { recordDeletion } from '../../records/record-deletion.ts'
import { recordHistory } from '../../records/record-history.ts'
import { refuseBulk } from '../../records/refuse-bulk.ts'
import { takeCommand } from '../take-command.ts'
import { deriveLine } from './derive-line.ts'
import { guardCommandedFields } from '../guard-commanded-fields.ts'
import { guardLineDeletion } from './guard-line-deletion.ts'
import { recordTotals, recordTotalsWithout } from './record-totals.ts'

/** The rules of a service line, in the order they run. */
export const bookingLineHooks = {
  beforeOperation: [refuseBulk, takeCommand, lockBooking],
  beforeValidate: [deriveVersion],
  beforeChange: [
    guardCommandedFields('booking-lines', [
      ...['booking', 'totalAmount', 'breakdown', 'requiresApproval'],
    ]),
    deriveLine,
  ],
  afterChange: [recordHistory({ locked: true }), recordTotals],
  beforeDelete: [guardLineDeletion],
  afterDelete: [recordDeletion, recordTotalsWithout],
} satisfies CollectionConfig['hooks']
