import { createHash } from 'node:crypto'
import { sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { query } from '../../database/query.ts'
import { DomainError } from '../../domain/domain-error.ts'
import type { LinkPurpose } from '../messages/mint-link.ts'

export type FoundLink = { purpose: LinkPurpose; subjectType: string; subjectId: string }

const expired = () =>
  new DomainError('link-expired', 'This link is used up or too old. Ask for a new one, or sign in.')

const hashOf = (token: string) => createHash('sha256').update(token).digest('hex')

const columns = sql`purpose, subject_type as "subjectType", subject_id as "subjectId"`

/** Of the links into an account, the newest of each purpose alone is open. */
const isNewest = sql`(links.subject_type not in ('users', 'customers') or not exists (
  select 1 from links newer where newer.subject_type = links.subject_type
    and newer.subject_id = links.subject_id and newer.purpose = links.purpose
    and newer.created_at > links.created_at))`

/** What a link is for, without using it up. @throws {DomainError} link-expired */
export const lookAtLink = async (req: PayloadRequest, token: string): Promise<FoundLink> => {
  const [link] = await query<FoundLink>(
    req,
    sql`select ${columns} from links where token_hash = ${hashOf(token)} and expires_at > now()
      and (used_at is null or max_uses > 1) and ${isNewest}`,
  )
  if (!link) throw expired()
  return link
}

/**
 * Uses a link of one of these purposes up: of two at once, one wins.
 * @throws {DomainError} link-expired
 */
export const redeemLink = async (
  req: PayloadRequest,
  { token, purposes }: { token: string; purposes: readonly LinkPurpose[] },
): Promise<FoundLink> => {
  const [link] = await query<FoundLink>(
    req,
    sql`update links set used_at = now(), updated_at = now()
      where token_hash = ${hashOf(token)} and expires_at > now() and used_at is null
        and ${isNewest} and purpose::text in (${sql.join(
          purposes.map((one) => sql`${one}`),
          sql`, `,
        )})
      returning ${columns}`,
  )
  if (!link) throw expired()
  return link
}
