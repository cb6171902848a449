import { sql } from 'drizzle-orm'
import { loginOperation, type PayloadRequest } from 'payload'
import { query } from '../../database/query.ts'
import {
  type AccountCollection,
  assertOwnPage,
  type OpenedSession,
  createSession,
} from './create-session.ts'

type Asked = {
  collection: AccountCollection
  email: string
  password: string
  /** Whether the user handed back keeps what its reader may not see. Default: false. */
  overrideAccess?: boolean
}

/**
 * A guess that locks the account ends the sessions that other guesses of that moment have opened:
 * one right password among many at once is no way in.
 */
const endGuessedSessions = async (req: PayloadRequest, { collection, email }: Asked) => {
  const { lockTime } = req.payload.collections[collection].config.auth
  const [accounts, sessions] = [
    sql.identifier(collection),
    sql.identifier(`${collection}_sessions`),
  ]
  const lockedAt = sql`account.lock_until - make_interval(secs => ${lockTime / 1000})`
  await query(
    req,
    sql`delete from ${sessions} session using ${accounts} account
        where session._parent_id = account.id and account.lock_until > now()
        and account.email = ${email.toLowerCase().trim()}
        and session.created_at between ${lockedAt} - interval '20 seconds'
          and ${lockedAt} + interval '5 seconds'`,
  )
}

/**
 * Checks a password as the framework does, lock after wrong ones included, then opens the session
 * itself: the framework would write back the account and its sessions as they were before the
 * password was checked, and so undo what others did meanwhile.
 * @throws {APIError} of the framework for a wrong password or a locked account
 * @throws {DomainError} not-signed-in when the account was switched off or locked meanwhile
 */
export const logIn = async (
  req: PayloadRequest,
  asked: Asked,
): Promise<{ user: { id: string }; session: OpenedSession }> => {
  assertOwnPage(req)
  const { collection, email, password, overrideAccess = false } = asked
  const known = req.payload.collections[collection]
  const auth = { ...known.config.auth, useSessions: false }
  const { user } = await loginOperation({
    collection: { ...known, config: { ...known.config, auth } },
    data: { email, password },
    depth: 0,
    overrideAccess,
    req,
  }).catch(async (error: unknown) => {
    await endGuessedSessions(req, asked)
    throw error
  })
  const { id } = user as unknown as { id: string }
  const session = await createSession(req, { collection, id, by: 'password' })
  return { user: { ...user, id }, session }
}
