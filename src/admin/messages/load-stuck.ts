import type { PayloadRequest } from 'payload'

export type StuckMessage = {
  id: string
  event: string
  channel: string
  to: string
  state: string
  attempts: number
  error: string
  at: string
}

/** The newest effects that did not get through: given up, failing, or in doubt. */
export const loadStuck = async (req: PayloadRequest): Promise<StuckMessage[]> => {
  const { docs } = await req.payload.find({
    collection: 'deliveries',
    where: { state: { in: ['dead', 'failed', 'unknown'] } },
    sort: '-createdAt',
    limit: 50,
    pagination: false,
    depth: 0,
    overrideAccess: false,
    req,
  })
  return docs.map(({ id, event, channel, to, state, attempts, error, createdAt }) => ({
    id,
    event: event.replaceAll('-', ' '),
    channel,
    to: to ?? '',
    state,
    attempts: attempts ?? 0,
    error: error ?? 'No reason was given.',
    at: createdAt,
  }))
}
