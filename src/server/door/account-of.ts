import { createHmac, timingSafeEqual } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'

/** Where a session's token travels: either cookie, or `Authorization: JWT …`. */
const tokenPattern =
  /(?:(?:^|;\s*)(?:payload-token|fieldbook-site)=|^(?:JWT|Bearer)\s+)([\w-]+)\.([\w-]+)\.([\w-]+)/g

type Claims = { id?: unknown; collection?: unknown; exp?: unknown }

const claimsOf = (payload: string): Claims => {
  try {
    return (JSON.parse(Buffer.from(payload, 'base64url').toString()) ?? {}) as Claims
  } catch {
    return {}
  }
}

/**
 * Whose signed, unexpired token a request carries, as `<collection>:<id>`; null for strangers and
 * API keys. It asks no database and so does not know whether the session still stands: it is for
 * counting, not for rights.
 * @param secret what the framework signs sessions with
 */
export const accountOf =
  (secret: string) =>
  ({ cookie = '', authorization = '' }: IncomingHttpHeaders): string | null => {
    for (const [, head, body = '', signature = ''] of [
      ...authorization.matchAll(tokenPattern),
      ...cookie.matchAll(tokenPattern),
    ]) {
      const made = createHmac('sha256', secret).update(`${head}.${body}`).digest()
      const given = Buffer.from(signature, 'base64url')
      if (given.length !== made.length || !timingSafeEqual(given, made)) continue
      const { id, collection, exp } = claimsOf(body)
      if (typeof exp === 'number' && exp * 1000 > Date.now()) return `${collection}:${id}`
    }
    return null
  }
