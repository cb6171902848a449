import { createHash } from 'node:crypto'
import type { PayloadRequest } from 'payload'

/**
 * Answers JSON that a client may keep and ask about again: 304 without a body where it already has
 * exactly this answer (RFC 9110 §13.1.2). Callers see different things, so nobody shares it.
 */
export const answerWithTag = (req: PayloadRequest, answer: unknown): Response => {
  const body = JSON.stringify(answer)
  const tag = `"${createHash('sha1').update(body).digest('base64url')}"`
  const headers = {
    ETag: tag,
    'Cache-Control': 'private, no-cache',
    Vary: 'Cookie, Authorization',
  }
  const known = (req.headers.get('if-none-match') ?? '').split(',').map((one) => one.trim())
  if (known.some((one) => one === tag || one === `W/${tag}`))
    return new Response(null, { status: 304, headers })
  return new Response(body, { headers: { ...headers, 'Content-Type': 'application/json' } })
}
