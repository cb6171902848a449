import type { PayloadRequest } from 'payload'
import { actorOf } from '../../access/actor.ts'
import { inTransaction } from '../../database/in-transaction.ts'
import { DomainError } from '../../domain/domain-error.ts'
import { checkPassword } from './check-password.ts'
import { countWrongPassword } from './count-attempts.ts'
import type { AccountCollection } from './create-session.ts'

const people = new Set(['customer', 'fieldworker', 'staff'])

const wrong = () =>
  new DomainError(
    'not-allowed',
    'This is not your present password. If you do not know it, have a link mailed to you.',
    { field: 'present' },
  )

/**
 * Sets the caller's own password, which takes the present one. Every other session of the account
 * ends, and so does every link into it.
 * @throws {DomainError} not-signed-in, not-allowed, invalid-input
 */
export const changePassword = async (
  req: PayloadRequest,
  { present, password }: { present: string; password: string },
): Promise<void> => {
  const { kind, id, collection } = await actorOf(req)
  if (!people.has(kind) || !id) {
    throw new DomainError('not-signed-in', 'Please sign in.')
  }
  const account = { collection: collection as AccountCollection, id }
  const { user: signedIn } = req
  const { email } = signedIn as unknown as { email: string }
  const { user } = await checkPassword(req, { ...account, email, password: present })
  // Checking a password signs its owner in to the request; the session stays the caller's.
  req.user = signedIn
  if (user?.id !== id) {
    await countWrongPassword(req, account)
    throw wrong()
  }
  await inTransaction(req, () =>
    req.payload.update({
      ...account,
      data: { password } as never,
      depth: 0,
      req,
      overrideAccess: true,
    }),
  )
}
