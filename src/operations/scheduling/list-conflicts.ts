import type { PayloadRequest } from 'payload'
import { actorOf, may } from '../../access/actor.ts'
import type { Conflict } from '../../contracts/scheduling/conflicts.ts'
import { readConflicts } from '../../database/scheduling/conflict-queries.ts'
import { DomainError } from '../../domain/domain-error.ts'

const iso = (value: string) => new Date(value).toISOString()

/**
 * Open visits that an absence or a busy event of their own person covers, for the office.
 * @throws {DomainError} not-signed-in, not-allowed
 */
export const listConflicts = async (
  req: PayloadRequest,
  range: { from: string; to: string; fieldworker?: string | null },
): Promise<Conflict[]> => {
  const actor = await actorOf(req)
  if (actor.kind === 'anonymous') throw new DomainError('not-signed-in', 'Sign in first.')
  if (!may(actor, 'booking.view-all'))
    throw new DomainError('not-allowed', 'Conflicts are for the office.')
  const found = await readConflicts(req, range)
  return found.map((one) => ({
    ...one,
    start: iso(one.start),
    end: iso(one.end),
    busyStart: iso(one.busyStart),
    busyEnd: iso(one.busyEnd),
  }))
}
