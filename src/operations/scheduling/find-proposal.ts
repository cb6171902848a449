import type { PayloadRequest } from 'payload'
import { readProposal, type StoredProposal } from '../../database/scheduling/route-proposals.ts'
import { DomainError } from '../../domain/domain-error.ts'
import { assertMayRoute } from './assert-may-route.ts'

/**
 * A proposal for somebody who plans routes.
 * @throws {DomainError} not-signed-in, not-allowed, not-found
 */
export const findProposal = async (
  req: PayloadRequest,
  id: string,
  { lock = false } = {},
): Promise<StoredProposal> => {
  await assertMayRoute(req)
  const proposal = await readProposal(req, id, { lock })
  if (proposal) return proposal
  throw new DomainError('not-found', 'There is no such proposal any more. Ask for a new one.')
}
