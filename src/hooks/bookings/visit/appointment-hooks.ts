import type { CollectionConfig } from 'payload'
import { deriveVersion } from '../../records/derive-version.ts'
import { lockBooking } from '../lock-booking.ts'
import { guardOwner } from '../../records/guard-owner.ts'
import { recordHistory } from '../../records/record-history.ts'
import { refuseBulk } from '../../records/refuse-bulk.ts'
import { takeCommand } from '../take-command.ts'
import { announceVisitChange } from './announce-visit-change.ts'
import { deriveAssignment } from './derive-assignment.ts'
import { deriveMove } from './derive-move.ts'
import { deriveNewVisit } from './derive-new-visit.ts'
import { guardAcceptance } from './guard-acceptance.ts'
import { guardCommandedFields } from '../guard-commanded-fields.ts'
import { guardEdit } from '../guard-edit.ts'
import { guardProgress } from './guard-progress.ts'
import { guardReport } from './guard-report.ts'
import { guardTime } from './guard-time.ts'
import { guardVisitStatus } from './guard-visit-status.ts'
import { recordLineEnd } from './record-line-end.ts'
import { recordMove } from './record-move.ts'
import { recordOccupancy } from './record-occupancy.ts'
import { recordOffers } from './record-offers.ts'
import { rollUpBooking } from './roll-up-booking.ts'
import { settleVisit } from './settle-visit.ts'
import { ownHooks } from '../../../steps/records/own-hooks.ts'

const none: readonly string[] = []

const guardCommanded = guardCommandedFields({
  booking: none,
  line: none,
  service: none,
  start: ['retime', 'reschedule'],
  end: ['retime', 'reschedule'],
  timezone: none,
  busyStart: none,
  busyEnd: none,
  fieldworker: ['assign', 'retime', 'reschedule'],
  method: ['assign'],
  unreserved: ['assign'],
  reservedFor: none,
  replaces: none,
  replacedBy: none,
  actualStart: none,
  actualEnd: none,
})

/** Fields with a guard of their own. */
const guarded = [
  ...['status', 'acceptance', 'progress', 'fieldworker', 'method', 'unreserved', 'reservedFor'],
  ...['duties', 'outcomeNotes', 'start', 'end'],
]

/** The rules of a visit, in the order they run: derive, guard, record, announce. */
export const appointmentHooks = ownHooks({
  beforeOperation: [refuseBulk, takeCommand, lockBooking],
  beforeValidate: [guardOwner, deriveNewVisit, deriveVersion],
  beforeChange: [
    guardCommanded,
    guardEdit({ except: guarded, permission: 'booking.edit' }),
    deriveMove,
    deriveAssignment as never,
    guardVisitStatus,
    guardAcceptance,
    guardReport,
    guardProgress,
    settleVisit,
    guardTime,
  ],
  afterChange: [
    recordOccupancy,
    recordHistory({ locked: true }),
    recordOffers,
    recordMove,
    recordLineEnd,
    rollUpBooking,
    announceVisitChange,
  ],
} satisfies CollectionConfig['hooks'])
