import type { IncomingMessage } from 'node:http'
import { refusal } from './refusal.ts'

const jsonLimit = 1_000_000
const uploadLimit = 11_000_000

/**
 * The body of a request, whole; null where there is none.
 * @throws {Refusal} too-large 413 above 1 MB, or 11 MB for an upload
 */
export const readBody = async (
  req: IncomingMessage,
  { isUpload }: { isUpload: boolean },
): Promise<Buffer | null> => {
  if (req.method === 'GET' || req.method === 'HEAD') return null
  const limit = isUpload ? uploadLimit : jsonLimit
  const tooLarge = () =>
    refusal(413, 'too-large', `A request may carry ${limit / 1_000_000} MB at most.`)
  if (Number(req.headers['content-length'] ?? 0) > limit) throw tooLarge()
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of req as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > limit) throw tooLarge()
    chunks.push(chunk)
  }
  return size > 0 ? Buffer.concat(chunks) : null
}
