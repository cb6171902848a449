import type { PayloadRequest } from 'payload'
import type { Assign } from '../../contracts/bookings/appointments.ts'
import { inTransaction } from '../../database/in-transaction.ts'
import { lockBookingOf } from '../../database/locks.ts'
import { moveVerbOf } from '../../domain/bookings/states.ts'
import type { Appointment } from '../../payload-types.ts'
import { assertFresh } from './assert-fresh.ts'
import { commandVisit } from './command-visit.ts'
import { moveVisit } from './move-visit.ts'
import { bestCandidate } from './best-candidate.ts'
import { findVisit } from './find-visit.ts'

const isSame = (a: string, b: string) => Date.parse(a) === Date.parse(b)

const isElsewhere = ({ start, end }: Assign, visit: Appointment) =>
  (start !== undefined && !isSame(start, visit.start)) ||
  (end !== undefined && !isSame(end, visit.end))

/**
 * Gives a visit to somebody, offers it to one or several, or takes it away. The
 * visit's own method serves where none is named. With another time it moves to that as well.
 * @throws {DomainError} slot-taken, transition-refused, invalid-input, not-allowed, stale-version
 */
export const assignVisit = (
  req: PayloadRequest,
  { id, body }: { id: string; body: Assign },
): Promise<Appointment> => {
  const { fieldworker, method, start, end, version, candidates, ...rest } = body
  const assign = (person = fieldworker ?? null) =>
    commandVisit(req, {
      id,
      data: { fieldworker: person, ...(method && { method }) },
      command: {
        ...{ ...rest, name: 'assign' },
        ...(candidates && { candidates }),
        // Only a broadcast names nobody: it asks whoever could take the visit.
        ...(fieldworker === undefined && { to: { fieldworker: 'any' } }),
      },
    })
  const isPlain = start === undefined && end === undefined && version === undefined
  if (isPlain && fieldworker !== 'any') return assign()
  return inTransaction(req, async () => {
    await lockBookingOf(req, 'appointments', id)
    const visit = await findVisit(req, id)
    assertFresh(visit, version)
    if (!isElsewhere(body, visit)) {
      return assign(fieldworker === 'any' ? await bestCandidate(req, visit) : undefined)
    }
    return moveVisit(req, {
      id,
      verb: moveVerbOf(visit),
      body: { ...rest, start, end, fieldworker },
    })
  })
}
