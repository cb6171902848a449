import type { CollectionConfig } from 'payload'
import { deriveVersion } from '../../records/derive-version.ts'
import { lockDocument } from '../../records/lock-document.ts'
import { guardOwner } from '../../records/guard-owner.ts'
import { recordHistory } from '../../records/record-history.ts'
import { refuseBulk } from '../../records/refuse-bulk.ts'
import { takeCommand } from '../take-command.ts'
import { announceBookingChange } from './announce-booking-change.ts'
import { cascadeBooking } from './cascade-booking.ts'
import { deriveNewBooking } from './derive-new-booking.ts'
import { deriveCustomerChange } from './derive-customer-change.ts'
import { guardBookingOwner } from './guard-booking-owner.ts'
import { guardBookingPlace } from './guard-booking-place.ts'
import { guardBookingStatus } from './guard-booking-status.ts'
import { guardCommandedFields } from '../guard-commanded-fields.ts'
import { guardEdit } from '../guard-edit.ts'
import { guardGates } from './guard-gates.ts'
import { guardMove } from './guard-move.ts'
import { guardPurge, guardRecordAct } from './guard-record-act.ts'
import { recordPlan } from './record-plan.ts'
import { recordCustomerChange } from './record-customer-change.ts'
import { recordRetime } from './record-retime.ts'
import { recordSeriesApproval } from './record-series-approval.ts'
import { recordSuccessor } from './record-successor.ts'
import { recordTrash } from './record-trash.ts'
import { settleBooking } from './settle-booking.ts'
import { ownHooks } from '../../../steps/records/own-hooks.ts'

const guardCommanded = guardCommandedFields('bookings', [
  ...['number', 'lineage', 'rescheduledFrom', 'rescheduledTo', 'series', 'seriesIndex', 'source'],
  ...['startsAt', 'endsAt', 'timezone', 'totals'],
  ...['createdByKind', 'createdById', 'createdByName'],
])

/** Fields with a guard of their own. */
const guarded = ['status', 'gates', 'deletedAt']

/** The rules of a booking, in the order they run: derive, guard, record, announce. */
export const bookingHooks = ownHooks({
  beforeOperation: [refuseBulk, takeCommand, lockDocument],
  beforeValidate: [deriveCustomerChange as never, guardOwner, deriveNewBooking, deriveVersion],
  beforeChange: [
    guardCommanded,
    guardEdit({ except: guarded, permission: 'booking.edit' }),
    guardBookingPlace,
    guardBookingOwner,
    guardRecordAct,
    guardGates,
    guardMove,
    guardBookingStatus,
    settleBooking,
  ],
  afterChange: [
    recordHistory({ locked: true }),
    recordPlan,
    cascadeBooking,
    recordSeriesApproval,
    recordSuccessor,
    recordRetime,
    recordTrash,
    recordCustomerChange,
    announceBookingChange,
  ],
  beforeDelete: [guardPurge],
} satisfies CollectionConfig['hooks'])
