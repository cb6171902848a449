import type { PayloadRequest } from 'payload'
import { DomainError } from '../../domain/domain-error.ts'
import type { Appointment } from '../../payload-types.ts'

/**
 * A visit, read with the caller's own rights.
 * @throws {DomainError} not-found
 */
export const findVisit = async (req: PayloadRequest, id: string): Promise<Appointment> => {
  const visit = await req.payload.findByID({
    collection: 'appointments',
    id,
    depth: 0,
    disableErrors: true,
    req,
    overrideAccess: false,
  })
  if (visit) return visit
  throw new DomainError('not-found', 'There is no such visit.')
}
