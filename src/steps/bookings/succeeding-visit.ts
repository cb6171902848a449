import type { PayloadRequest } from 'payload'
import type { Appointment } from '../../payload-types.ts'
import { copyDocument } from '../records/copy-document.ts'
import { fieldsOf } from '../records/stored-rows.ts'

/** What its own time decides about a visit that succeeds another, and what happened at the old one. */
const decided = [
  ...(['start', 'end', 'busyStart', 'busyEnd', 'status', 'version'] as const),
  ...(['fieldworker', 'method', 'acceptance', 'reservedFor', 'unreserved'] as const),
  ...(['progress', 'actualStart', 'actualEnd', 'outcomeNotes'] as const),
  ...(['replaces', 'replacedBy'] as const),
] as const

/** Every other field of a visit, for the one that takes its place. */
export const succeedingVisit = (
  req: PayloadRequest,
  visit: Appointment,
): Omit<Appointment, (typeof decided)[number]> =>
  copyDocument(fieldsOf(req, 'appointments'), visit, { except: decided })
