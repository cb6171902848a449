import type { PayloadRequest } from 'payload'
import { DomainError } from '../domain/domain-error.ts'

const tooLarge = (most: number) =>
  new DomainError(
    'too-large',
    `A call may carry ${most / 1_000_000} MB at most. Send less at once.`,
  )

/**
 * The body of a request as it was sent, in UTF-8 and at most `most` bytes.
 * @throws {DomainError} too-large 413, invalid-input 422
 */
export const rawBody = async (req: PayloadRequest, most: number): Promise<string> => {
  if (Number(req.headers.get('content-length') ?? 0) > most) throw tooLarge(most)
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of (req.body ?? []) as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength
    if (size > most) throw tooLarge(most)
    chunks.push(chunk)
  }
  try {
    // A byte order mark is a part of what was signed.
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(
      Buffer.concat(chunks),
    )
    if (!text.includes('\0')) return text
  } catch {
    // Answered below, like a zero byte.
  }
  throw new DomainError('invalid-input', 'Send text in UTF-8 without zero bytes.')
}
