import { sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { lockStream } from '../locks.ts'
import { query } from '../query.ts'

const nobody = '00000000-0000-0000-0000-000000000000'

/**
 * Whether an active member of staff can edit roles besides the account and the role given. Changes
 * of who can are made one after another, so that two at once do not remove the last two.
 */
export const isRoleEditorLeft = async (
  req: PayloadRequest,
  { user = nobody, role = nobody }: { user?: string; role?: string },
): Promise<boolean> => {
  await lockStream(req, 'role-editors')
  const rows = await query(
    req,
    sql`select 1 from users account
      join roles_permissions flag on flag.parent_id = account.role_id
        and flag.value = 'roles.edit'
      where account.active is not false and account.kind = 'staff'
        and account.id <> ${user} and account.role_id <> ${role}
      limit 1`,
  )
  return rows.length > 0
}
