import type { PayloadRequest } from 'payload'
import type { Permission } from '../../domain/people/permissions.ts'
import { idOf } from '../../domain/id-of.ts'

/** The flags of a role as stored now; none where there is no such role. */
export const flagsOfRole = async (req: PayloadRequest, role: unknown): Promise<Permission[]> => {
  const id = idOf(role)
  if (!id) return []
  const where = { id: { equals: id } }
  const found = await req.payload.db.findOne<{ id: string; permissions?: Permission[] }>({
    collection: 'roles',
    req,
    where,
  })
  return found?.permissions ?? []
}
