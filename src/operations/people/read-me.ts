import { sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { type Actor, actorOf } from '../../access/actor.ts'
import type { Me } from '../../contracts/people/me.ts'
import { query } from '../../database/query.ts'

const kinds = new Set(['customer', 'fieldworker', 'staff'])

const countsOf = async (req: PayloadRequest, { id, customer, fieldworker }: Actor) => {
  const [counts] = await query<{ offers: number; notifications: number }>(
    req,
    sql`select
      (select count(*)::int from assignment_offers where state = 'pending'
        and fieldworker_id::text = ${fieldworker ?? ''}) as offers,
      (select count(*)::int from notifications where read_at is null
        and (customer_id::text = ${customer ?? ''}
          or (user_id::text = ${id ?? ''} and ${!customer}))) as notifications`,
  )
  return counts ?? { offers: 0, notifications: 0 }
}

/** Who is signed in and what waits for them; null for a visitor. */
export const readMe = async (req: PayloadRequest): Promise<Me | null> => {
  const actor = await actorOf(req)
  if (!kinds.has(actor.kind) || !actor.id) return null
  const { email, phone } = (req.user ?? {}) as { email?: string; phone?: string | null }
  return {
    kind: actor.kind as Me['kind'],
    id: actor.id,
    name: actor.name,
    email: email?.endsWith('@no-email.invalid') ? null : (email ?? null),
    phone: phone ?? null,
    permissions: [...actor.permissions],
    counts: await countsOf(req, actor),
  }
}
