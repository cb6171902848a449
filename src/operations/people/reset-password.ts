import type { PayloadRequest } from 'payload'
import { inTransaction } from '../../database/in-transaction.ts'
import { type AccountCollection, createSession } from './create-session.ts'
import { redeemLink } from './redeem-link.ts'

/**
 * Sets a password by a mailed link (reset or invitation), ends every other session and the lock, and
 * opens a session.
 * @throws {DomainError} link-expired, not-signed-in
 */
export const resetPassword = (
  req: PayloadRequest,
  { token, password }: { token: string; password: string },
): Promise<{ cookie: string; next: string }> =>
  inTransaction(req, async () => {
    const link = await redeemLink(req, { token, purposes: ['reset', 'invite'] })
    const [collection, id] = [link.subjectType as AccountCollection, link.subjectId]
    await req.payload.update({
      collection,
      id,
      data: { password, sessions: [], loginAttempts: 0, lockUntil: null } as never,
      depth: 0,
      req,
      overrideAccess: true,
    })
    return createSession(req, { collection, id, by: 'link' })
  })
