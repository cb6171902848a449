import { createHash, randomBytes } from 'node:crypto'
import { sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { query } from '../../database/query.ts'

export type LinkPurpose =
  | 'cancel'
  | 'enter'
  | 'invite'
  | 'reschedule'
  | 'reset'
  | 'sign-in'
  | 'view'

const pages: Record<LinkPurpose, string> = {
  view: 'l',
  cancel: 'l',
  reschedule: 'l',
  'sign-in': 'enter',
  enter: 'enter',
  invite: 'reset',
  reset: 'reset',
}

/**
 * A new link for a message: only its hash is kept, it serves one purpose, and it stops working at
 * `expiresAt` (epoch ms). Returns the absolute address.
 */
export async function mintLink(
  req: PayloadRequest,
  link: {
    purpose: LinkPurpose
    subjectType: string
    subjectId: string
    expiresAt: number
    /** Default: 1. */
    maxUses?: number
  },
): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  const tokenHash = createHash('sha256').update(token).digest('hex')
  await query(
    req,
    sql`insert into links (purpose, token_hash, subject_type, subject_id, expires_at, max_uses)
      values (${link.purpose}, ${tokenHash}, ${link.subjectType}, ${link.subjectId},
        ${new Date(link.expiresAt).toISOString()}, ${link.maxUses ?? 1})`,
  )
  return new URL(`/${pages[link.purpose]}/${token}`, req.payload.config.serverURL).href
}
