import type { PayloadRequest } from 'payload'
import { inTransaction } from '../../database/in-transaction.ts'
import { type AccountCollection, openSession } from './open-session.ts'
import { takeLink } from './take-link.ts'

/** Opens a session with a mailed or printed link, once. @throws {DomainError} link-expired, not-signed-in */
export const enterByLink = (
  req: PayloadRequest,
  token: string,
): Promise<{ cookie: string; next: string }> =>
  inTransaction(req, async () => {
    const link = await takeLink(req, { token, purposes: ['sign-in', 'enter'] })
    return openSession(req, {
      collection: link.subjectType as AccountCollection,
      id: link.subjectId,
      by: 'link',
    })
  })
