import { randomBytes } from 'node:crypto'
import type { CollectionBeforeOperationHook, CollectionSlug, PayloadRequest } from 'payload'
import { DomainError } from '../../domain/domain-error.ts'
import { passwordByInvitation, passwordFault } from '../../domain/people/password-policy.ts'

type Data = { password?: unknown; email?: unknown; name?: unknown }

/** A new account's, until its owner chooses one: nobody knows it. */
const unknownPassword = () => randomBytes(24).toString('base64url')

const assertNoneSet = ({ password }: Data, operation: 'create' | 'update') => {
  if (password === undefined || password === null) return
  if (operation === 'create' && password === passwordByInvitation) return
  const message =
    operation === 'create'
      ? `People choose their own password. Leave it out (in GraphQL, “${passwordByInvitation}”), and send the account an invitation.`
      : 'People choose their own password: POST /app/me/password with the present one, or a mailed link.'
  throw new DomainError('command-needed', message, { field: 'password' })
}

/** Whose password it is: as stored, with what the same save changes. */
const ownerOf = async (
  req: PayloadRequest,
  { collection, id, data }: { collection: string; id: unknown; data: Data },
): Promise<Data> => {
  if (id === undefined) return data
  const where = { id: { equals: id } }
  const stored = await req.payload.db.findOne<Data & { id: string }>({
    collection: collection as CollectionSlug,
    req,
    where,
  })
  return { ...stored, ...data }
}

/**
 * Guard: no caller sets a password by a save, their own or somebody else's, and the product's own
 * code sets none that the policy refuses.
 * @throws {DomainError} command-needed, invalid-input
 */
export const guardPassword: CollectionBeforeOperationHook = async ({
  args,
  collection,
  operation,
  overrideAccess,
  req,
}) => {
  if (operation !== 'create' && operation !== 'update') return args
  const { id, data } = args as { id?: unknown; data?: Data }
  if (!data) return args
  if (overrideAccess !== true) {
    assertNoneSet(data, operation)
    if (operation === 'update') return args
    return { ...args, data: { ...data, password: unknownPassword() } }
  }
  if (data.password === undefined || data.password === null) return args
  const owner = await ownerOf(req, { collection: collection.slug, id, data })
  const fault = passwordFault(data.password, owner)
  if (!fault) return args
  throw new DomainError('invalid-input', fault, { field: 'password' })
}
