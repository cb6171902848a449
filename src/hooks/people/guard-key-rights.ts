import type { CollectionBeforeOperationHook, PayloadRequest } from 'payload'
import { type Actor, actorOf, may } from '../../access/actor.ts'
import { DomainError } from '../../domain/domain-error.ts'
import { assertWithinOwn, unknownScopes } from '../../domain/people/granting.ts'
import { idOf } from '../../domain/id-of.ts'
import { flagsOfRole } from './flags-of-role.ts'

type Key = {
  role?: unknown
  scopes?: string[] | null
  active?: boolean | null
  expiresAt?: string | null
}

const read = (req: PayloadRequest, id: unknown) =>
  req.payload.db.findOne<Key & { id: string }>({
    collection: 'api-keys',
    req,
    where: { id: { equals: id } },
  })

/** @throws {DomainError} invalid-input, not-allowed */
const assertScopes = (req: PayloadRequest, actor: Actor, scopes: Key['scopes']) => {
  const slugs = req.payload.config.collections.map(({ slug }) => slug)
  const [unknown] = unknownScopes(scopes, slugs)
  if (unknown !== undefined) {
    const message = `There is no scope “${unknown}”. Give one such as bookings:read.`
    throw new DomainError('invalid-input', message, { field: 'scopes' })
  }
  if (actor.kind !== 'api-key') return
  if ((scopes ?? []).every((scope) => actor.scopes?.includes(scope))) return
  throw new DomainError('not-allowed', 'A key gives no scope that it does not have.', {
    field: 'scopes',
  })
}

/** Whether the change takes something from the key and gives it nothing. */
const onlySwitchesOff = (change: Key, stored: Key | null) =>
  stored !== null &&
  change.active === false &&
  (change.role === undefined || idOf(change.role) === idOf(stored.role)) &&
  (change.scopes ?? []).every((scope) => stored.scopes?.includes(scope))

/**
 * Guard: nobody gives an API key a role beyond their own, or changes one that has such a role; they
 * may switch it off.
 * @throws {DomainError} not-allowed, invalid-input
 */
export const guardKeyRights: CollectionBeforeOperationHook = async ({
  args,
  operation,
  overrideAccess,
  req,
}) => {
  const isWrite = operation === 'create' || operation === 'update'
  if (overrideAccess === true || !isWrite) return args
  const { id, data = {} } = args as { id?: unknown; data?: Key }
  const stored = operation === 'update' ? await read(req, id) : null
  const actor = await actorOf(req)
  if (!may(actor, 'api-keys.edit') || onlySwitchesOff(data, stored)) return args
  for (const role of [data.role, stored?.role]) {
    assertWithinOwn(actor.permissions, await flagsOfRole(req, role), 'role')
  }
  assertScopes(req, actor, data.scopes)
  return args
}
