import { randomBytes } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import { inTransaction } from '../../database/in-transaction.ts'
import { DomainError } from '../../domain/domain-error.ts'
import { defaultRoles } from '../../domain/people/permissions.ts'
import { mintLink } from '../messages/mint-link.ts'

const dayMs = 86_400_000

/** The missing ones of the domain's roles are made; returns the administrator's id. */
const administratorRole = async (req: PayloadRequest): Promise<string> => {
  const { docs } = await req.payload.find({
    collection: 'roles',
    pagination: false,
    depth: 0,
    req,
    overrideAccess: true,
  })
  const ids = new Map(docs.map(({ slug, id }) => [slug, id]))
  for (const role of defaultRoles) {
    if (ids.has(role.slug)) continue
    const { id } = await req.payload.create({
      collection: 'roles',
      data: { ...role, permissions: [...role.permissions], system: true },
      depth: 0,
      req,
      overrideAccess: true,
    })
    ids.set(role.slug, id)
  }
  return ids.get('administrator') ?? ''
}

/**
 * Makes the roles and the first account of a database that has none, an administrator. Returns the
 * address, good for a day, where they set a password. The web offers no such thing to anybody.
 * @throws {DomainError} not-allowed when there are accounts already
 */
export const createFirstAdmin = async (
  req: PayloadRequest,
  { name, email, now }: { name: string; email: string; now: number },
): Promise<string> =>
  inTransaction(req, async () => {
    const { totalDocs } = await req.payload.count({
      collection: 'users',
      req,
      overrideAccess: true,
    })
    if (totalDocs > 0) {
      const message = 'There are accounts already: an administrator invites more in the panel.'
      throw new DomainError('not-allowed', message)
    }
    const role = await administratorRole(req)
    const { id } = await req.payload.create({
      collection: 'users',
      data: {
        name,
        email,
        role,
        kind: 'staff',
        active: true,
        locale: 'en',
        password: randomBytes(24).toString('base64url'),
      },
      depth: 0,
      req,
      overrideAccess: true,
    })
    return mintLink(req, {
      purpose: 'invite',
      subjectType: 'users',
      subjectId: id,
      expiresAt: now + dayMs,
    })
  })
