import { sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { tableOf } from '../locks.ts'
import { query } from '../query.ts'

type Account = { collection: 'customers' | 'users'; id: string }

/** Gives other accounts the password of one. For logins of a demo alone. */
export async function sharePassword(
  req: PayloadRequest,
  { from, to }: { from: Account; to: Account[] },
): Promise<void> {
  for (const collection of ['customers', 'users'] as const) {
    const ids = to.filter((one) => one.collection === collection).map(({ id }) => id)
    if (ids.length === 0) continue
    await query(
      req,
      sql`update ${sql.identifier(tableOf(collection))} set hash = known.hash, salt = known.salt
        from (select hash, salt from ${sql.identifier(tableOf(from.collection))}
          where id = ${from.id}::uuid) known
        where ${sql.identifier(tableOf(collection))}.id = any(${`{${ids.join(',')}}`}::uuid[])`,
    )
  }
}
