import type { PayloadRequest } from 'payload'

export type FailedEvent = {
  id: string
  provider: string
  type: string
  state: string
  attempts: number
  error: string
  at: string
}

/** The newest webhook events whose handling failed, to be tried again or given up. */
export const loadFailedEvents = async (req: PayloadRequest): Promise<FailedEvent[]> => {
  const { docs } = await req.payload.find({
    collection: 'webhook-events',
    where: { state: { in: ['dead', 'failed'] } },
    sort: '-createdAt',
    limit: 50,
    pagination: false,
    depth: 0,
    overrideAccess: false,
    req,
  })
  return docs.map(({ id, provider, type, state, attempts, error, createdAt }) => ({
    ...{ id, provider, type, state, attempts },
    error: error ?? 'No reason was given.',
    at: createdAt,
  }))
}
