import type { PayloadRequest } from 'payload'
import { DomainError } from '../../domain/domain-error.ts'
import { idOf } from '../../domain/id-of.ts'
import type { Appointment } from '../../payload-types.ts'
import { freeForVisit } from '../../steps/scheduling/free-for-visit.ts'

/** Who has said no to this visit: they are not asked again unless somebody names them. */
const declinersOf = async (req: PayloadRequest, visit: string): Promise<Set<string>> => {
  const { docs } = await req.payload.find({
    collection: 'assignment-offers',
    where: { and: [{ appointment: { equals: visit } }, { state: { equals: 'declined' } }] },
    depth: 0,
    pagination: false,
    // The caller may lack the right to read offers; only the choice is told.
    overrideAccess: true,
    req,
  })
  return new Set(docs.map(({ fieldworker }) => idOf(fieldworker) ?? ''))
}

/**
 * The id of whoever suits a visit best: eligible, free at its time, not somebody who declined it,
 * and with the least other work around that day.
 * @throws {DomainError} slot-taken 409 when nobody is left
 */
export const bestCandidate = async (req: PayloadRequest, visit: Appointment): Promise<string> => {
  const [free, decliners] = await Promise.all([
    freeForVisit(req, visit),
    declinersOf(req, visit.id),
  ])
  const found = free.find((id) => !decliners.has(id))
  if (found) return found
  throw new DomainError(
    'slot-taken',
    'No one else who can do this visit is free at its time. Move it, or choose someone by name.',
    { field: 'fieldworker' },
  )
}
