import type { PayloadRequest } from 'payload'
import type { Assign } from '../../contracts/appointments.ts'
import type { Appointment } from '../../payload-types.ts'
import { commandVisit } from './command-visit.ts'

/**
 * Gives a visit to somebody, offers it to one or several, or takes it away (DS-01, DS-02). The
 * visit's own method serves where none is named.
 * @throws {DomainError} slot-taken, transition-refused, invalid-input, not-allowed
 */
export const assignVisit = (
  req: PayloadRequest,
  { id, body }: { id: string; body: Assign },
): Promise<Appointment> => {
  const { fieldworker, method, ...said } = body
  return commandVisit(req, {
    id,
    data: { fieldworker: fieldworker ?? null, ...(method && { method }) },
    command: { ...said, name: 'assign' },
  })
}
