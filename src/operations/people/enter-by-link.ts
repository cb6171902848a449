import type { PayloadRequest } from 'payload'
import { inTransaction } from '../../database/in-transaction.ts'
import { type AccountCollection, createSession } from './create-session.ts'
import { redeemLink } from './redeem-link.ts'

/** Opens a session with a mailed or printed link, once. @throws {DomainError} link-expired, not-signed-in */
export const enterByLink = (
  req: PayloadRequest,
  token: string,
): Promise<{ cookie: string; next: string }> =>
  inTransaction(req, async () => {
    const link = await redeemLink(req, { token, purposes: ['sign-in', 'enter'] })
    return createSession(req, {
      collection: link.subjectType as AccountCollection,
      id: link.subjectId,
      by: 'link',
    })
  })
