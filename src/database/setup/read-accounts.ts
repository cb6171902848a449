import { sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import type { SetupKey, SetupRole, SetupUser } from '../../domain/setup/setup-world.ts'
import { query } from '../query.ts'

/** Accounts, keys and roles as far as one of them could open nothing, and contacts of fieldworkers. */
export type SetupAccounts = {
  roles: SetupRole[]
  users: SetupUser[]
  keys: SetupKey[]
  /** Email addresses by the fieldworker's id. */
  emails: Record<string, string | null>
}

const permissionsOf = (role: string) =>
  sql.raw(`coalesce((select json_agg(value order by "order") from roles_permissions
    where parent_id = ${role}), '[]')`)

/** One statement, however many accounts there are. */
export const readAccounts = async (req: PayloadRequest): Promise<SetupAccounts> => {
  const [row] = await query<SetupAccounts>(
    req,
    sql`with holders as (
      select role_id from users where active union all select role_id from api_keys where active
    ), used as (select role_id, count(*)::int as used from holders group by role_id)
    select
      (select coalesce(json_agg(json_build_object('id', r.id, 'name', r.name, 'kind', r.kind,
          'permissions', ${permissionsOf('r.id')}, 'used', coalesce(used.used, 0))), '[]')
        from roles r left join used on used.role_id = r.id) as roles,
      (select coalesce(json_agg(json_build_object('id', u.id, 'name', u.name, 'kind', u.kind,
          'active', true, 'fieldworker', u.fieldworker_id, 'role', u.role_id)), '[]')
        from users u where active) as users,
      (select coalesce(json_agg(json_build_object('id', k.id, 'name', k.name, 'active', true,
          'expiresAt', extract(epoch from k.expires_at) * 1000, 'hasRole', r.id is not null,
          'scopes', coalesce((select json_agg(text order by "order") from api_keys_texts t
            where t.parent_id = k.id and t.path = 'scopes'), '[]'))), '[]')
        from api_keys k left join roles r on r.id = k.role_id where k.active) as keys,
      (select coalesce(json_object_agg(id, email), '{}')
        from fieldworkers where deleted_at is null) as emails`,
  )
  const { roles = [], users = [], keys = [], emails = {} } = row ?? {}
  const held = new Map(roles.map(({ id, permissions }) => [id, permissions]))
  const stored = users as (SetupUser & { role: string })[]
  return {
    ...{ roles, keys, emails },
    users: stored.map(({ role, ...user }) => ({ ...user, permissions: held.get(role) ?? null })),
  }
}
