import type { PayloadRequest } from 'payload'
import { actorOf } from '../../../access/actor.ts'
import { idOf } from '../../../domain/id-of.ts'
import { flagsBeyond } from '../../../domain/people/granting.ts'
import { type KeyState, keyStateOf } from '../../../domain/people/key-state.ts'
import type { ApiKey, Role } from '../../../payload-types.ts'
import type { Choice } from '../../ui/select-field.tsx'

export type KeyRow = {
  id: string
  name: string
  prefix: string
  role: string
  roleId: string
  scopes: string[]
  expiresAt: string | undefined
  lastUsedAt: string | undefined
  state: KeyState
}

const mine = { pagination: false, depth: 0, overrideAccess: false } as const

const rowOf = (key: ApiKey, roles: readonly Role[], now: number): KeyRow => ({
  id: key.id,
  name: key.name,
  prefix: key.prefix ?? '',
  role: roles.find(({ id }) => id === idOf(key.role))?.name ?? 'Another role',
  roleId: idOf(key.role) ?? '',
  scopes: key.scopes ?? [],
  expiresAt: key.expiresAt ?? undefined,
  lastUsedAt: key.lastUsedAt ?? undefined,
  state: keyStateOf(key, now),
})

/** The keys, the roles that the reader may give to one, and the role of a new one. */
export const loadKeys = async (
  req: PayloadRequest,
): Promise<{ keys: KeyRow[]; roles: Choice[]; role: string }> => {
  const actor = await actorOf(req)
  const [keys, roles] = await Promise.all([
    req.payload.find({ collection: 'api-keys', sort: '-createdAt', req, ...mine }),
    req.payload.find({ collection: 'roles', sort: 'name', req, ...mine }),
  ])
  const own = roles.docs.filter(
    ({ kind, permissions }) =>
      kind === 'staff' && flagsBeyond(actor.permissions, permissions).length === 0,
  )
  const usual = own.find(({ slug }) => slug === 'dispatcher') ?? own[0]
  const now = Date.now()
  return {
    keys: keys.docs.map((key) => rowOf(key, roles.docs, now)),
    roles: own.map(({ id, name }) => ({ value: id, label: name })),
    role: usual?.id ?? '',
  }
}
