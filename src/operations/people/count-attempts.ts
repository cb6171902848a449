import { sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { query } from '../../database/query.ts'
import type { AccountCollection } from './create-session.ts'

const nobody = '00000000-0000-0000-0000-000000000000'

/**
 * Counts a wrong password in one statement and locks the account with the fifth; for an address
 * without an account the same statement finds no row.
 */
const countOne = async (
  req: PayloadRequest,
  { collection, id }: { collection: AccountCollection; id: string },
) => {
  const { maxLoginAttempts, lockTime } = req.payload.collections[collection].config.auth
  const accounts = sql.identifier(collection)
  const count = sql`case when lock_until is null then coalesce(login_attempts, 0) + 1 else 1 end`
  await query(
    req,
    sql`update ${accounts} set login_attempts = ${count},
          lock_until = case when ${count} >= ${maxLoginAttempts}
            then now() + make_interval(secs => ${lockTime / 1000}) end
        where id = ${id} and (lock_until is null or lock_until <= now())`,
  )
}

/**
 * A guess that locks the account ends the sessions that other guesses of that moment have opened:
 * one right password among many at once is no way in.
 */
const endGuessedSessions = async (
  req: PayloadRequest,
  { collection, id }: { collection: AccountCollection; id: string },
) => {
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
        and account.id = ${id}
        and session.created_at between ${lockedAt} - interval '20 seconds'
          and ${lockedAt} + interval '5 seconds'`,
  )
}

/** Counts a wrong password against the account, or does the same work for none. */
export const countWrongPassword = async (
  req: PayloadRequest,
  { collection, id = nobody }: { collection: AccountCollection; id?: string | undefined },
): Promise<void> => {
  await countOne(req, { collection, id })
  await endGuessedSessions(req, { collection, id })
}

/** A right password starts the count anew. */
export const forgetWrongPasswords = async (
  req: PayloadRequest,
  { collection, id }: { collection: AccountCollection; id: string },
): Promise<void> => {
  await query(
    req,
    sql`update ${sql.identifier(collection)} set login_attempts = 0, lock_until = null
        where id = ${id} and (login_attempts > 0 or lock_until <= now())
          and (lock_until is null or lock_until <= now())`,
  )
}
