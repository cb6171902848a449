import { sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { query } from '../query.ts'

type Account = { subjectType: 'customers' | 'users'; subjectId: string }

/** The open account of the other kind that has the same e-mail address; null where there is none. */
export const readTwinAccount = async (
  req: PayloadRequest,
  { subjectType, email }: Account & { email: string },
): Promise<Account | null> => {
  const rows =
    subjectType === 'customers'
      ? await query<{ id: string }>(
          req,
          sql`select id from users where email = ${email} and active is not false`,
        )
      : await query<{ id: string }>(
          req,
          sql`select id from customers where email = ${email} and active is not false
            and deleted_at is null`,
        )
  const [found] = rows
  const other = subjectType === 'customers' ? 'users' : 'customers'
  return found ? { subjectType: other, subjectId: found.id } : null
}
