import type { PayloadRequest } from 'payload'
import type { CommentView } from './comments-panel.tsx'

type Doc = Record<string, unknown>
const text = (value: unknown): string => (typeof value === 'string' ? value : '')

/** The discussion of a booking, oldest first, as far as the reader may see it. */
export const loadComments = async (
  req: PayloadRequest,
  booking: string,
): Promise<CommentView[]> => {
  const { docs } = await req.payload.find({
    collection: 'comments',
    where: { booking: { equals: booking } },
    sort: 'createdAt',
    limit: 200,
    depth: 0,
    overrideAccess: false,
    req,
  })
  return (docs as unknown as Doc[]).map((comment) => ({
    id: text(comment.id),
    at: text(comment.createdAt),
    author: text((comment.author as Doc | null)?.name) || 'Someone',
    body: text(comment.body),
    visibility: text(comment.visibility),
  }))
}
