import type { PayloadRequest, Where } from 'payload'
import { cachedDocument } from '../database/scheduling/reference-cache.ts'
import type { Permission } from '../domain/people/permissions.ts'

/** Who a request acts for; rules ask this and never the session's user. */
export type Actor = {
  kind: 'anonymous' | 'api-key' | 'customer' | 'fieldworker' | 'link' | 'staff' | 'system'
  /** Id of the account, where there is one. */
  id?: string
  /** What history shows. */
  name: string
  /** Collection of the account. */
  collection?: string
  roleId?: string
  permissions: ReadonlySet<Permission>
  /** The fieldworker profile this actor works as. */
  fieldworker?: string
  /** The customer this actor is, or a link stands for. */
  customer?: string
  /** `<collection>:read` and `<collection>:write`, of an API key. */
  scopes?: string[]
}

type Account = {
  id: string
  collection: string
  active?: boolean | null
  email?: null | string
  name?: null | string
  kind?: string
  role?: null | string | { id: string }
  fieldworker?: null | string | { id: string }
  scopes?: null | string[]
}

type StoredRole = { id: string; permissions?: null | Permission[] }

const nobody: Actor = { kind: 'anonymous', name: 'Anonymous', permissions: new Set() }

const actors = new WeakMap<object, { account: unknown; actor: Promise<Actor> }>()

const idOf = (value: null | string | undefined | { id: string }): string | undefined =>
  typeof value === 'string' ? value : (value?.id ?? undefined)

const roleOf = async (req: PayloadRequest, account: Account): Promise<StoredRole | null> => {
  const id = idOf(account.role)
  if (!id && account.collection !== 'customers') return null
  const where: Where = id ? { id: { equals: id } } : { slug: { equals: 'customer' } }
  return cachedDocument(req, `roles:${id ?? 'customer'}`, () =>
    req.payload.db.findOne<StoredRole>({ collection: 'roles', req, where }),
  )
}

const load = async (req: PayloadRequest, account: Account): Promise<Actor> => {
  if (account.active === false) return nobody
  const role = await roleOf(req, account)
  const base = {
    id: account.id,
    name: account.name ?? account.email ?? 'Account',
    collection: account.collection,
    permissions: new Set(role?.permissions ?? []),
    ...(role && { roleId: role.id }),
  }
  if (account.collection === 'customers') return { ...base, kind: 'customer', customer: account.id }
  if (account.collection === 'api-keys') {
    return { ...base, kind: 'api-key', scopes: account.scopes ?? [] }
  }
  if (account.collection !== 'users') return nobody
  const fieldworker = idOf(account.fieldworker)
  const kind = account.kind === 'fieldworker' ? 'fieldworker' : 'staff'
  return { ...base, kind, ...(fieldworker && { fieldworker }) }
}

/**
 * The actor of a request, its permissions read from the stored role once per request.
 * A job or a link states its own in `req.context.actor`, which wins.
 */
export const actorOf = (req: PayloadRequest): Promise<Actor> => {
  const stated = req.context?.actor as Actor | undefined
  if (stated) return Promise.resolve(stated)
  const account = req.user as Account | null
  if (!account) return Promise.resolve(nobody)
  // The framework copies a request now and then; its headers stay the same.
  const request = req.headers ?? req
  const known = actors.get(request)
  if (known?.account === account) return known.actor
  const actor = load(req, account)
  actors.set(request, { account, actor })
  return actor
}

/** Whether the actor's role has the flag; nobody has one by being who they are. */
export const may = (actor: Actor, permission: Permission): boolean =>
  actor.kind === 'system' || actor.permissions.has(permission)
