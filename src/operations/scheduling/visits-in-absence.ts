import type { PayloadRequest } from 'payload'
import { actorOf, may } from '../../access/actor.ts'
import type { TimeOffVisitsQuery, VisitHit } from '../../contracts/scheduling/time-off.ts'
import { readPlaceZone } from '../../database/scheduling/place-zone.ts'
import { readVisitsHit } from '../../database/scheduling/visits-hit.ts'
import { DomainError } from '../../domain/domain-error.ts'
import { absenceEdges } from '../../domain/scheduling/absence.ts'

const iso = (value: string) => new Date(value).toISOString()

/**
 * The visits that an absence hits or would hit, for the office; its edges are read as a save reads
 * them.
 * @throws {DomainError} not-signed-in, not-allowed, nonexistent-local-time, invalid-input
 */
export const visitsInAbsence = async (
  req: PayloadRequest,
  { fieldworker, location, ...written }: TimeOffVisitsQuery,
): Promise<VisitHit[]> => {
  const actor = await actorOf(req)
  if (actor.kind === 'anonymous') throw new DomainError('not-signed-in', 'Sign in first.')
  if (!may(actor, 'booking.view-all'))
    throw new DomainError('not-allowed', 'Which visits an absence affects is for the office.')
  const whose = { fieldworker: fieldworker ?? null, location: location ?? null }
  const { start = '', end = '' } = absenceEdges(written, await readPlaceZone(req, whose))
  if (!(Date.parse(end ?? '') > Date.parse(start ?? ''))) {
    throw new DomainError('invalid-input', 'It ends after it starts.', { field: 'end' })
  }
  const span = { start: iso(start ?? ''), end: iso(end ?? '') }
  const found = await readVisitsHit(req, { ...whose, ...span })
  return found.map((one) => ({ ...one, start: iso(one.start), end: iso(one.end) }))
}
