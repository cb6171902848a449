import type { PayloadRequest } from 'payload'

export type Channel =
  | 'admin'
  | 'api'
  | 'field'
  | 'graphql'
  | 'job'
  | 'link'
  | 'portal'
  | 'rest'
  | 'seed'
  | 'webhook'
  | 'widget'

type Account = { collection?: string; kind?: string }

/**
 * Customers and fieldworkers have one door each. Staff come through the panel, which signs in by its
 * cookie, or bring their session in a header, as programs do.
 */
const channelOfAccount = ({ collection, kind }: Account, headers: Headers): Channel => {
  if (collection === 'api-keys') return 'api'
  if (collection === 'customers') return 'portal'
  if (kind === 'fieldworker') return 'field'
  return headers.has('authorization') ? 'rest' : 'admin'
}

/**
 * The door a request came through, for the history: what the door itself has stated in
 * `req.context.channel`, else what the session proves. Nothing that a sender may claim counts.
 */
export const channelOf = (req: PayloadRequest): Channel => {
  const stated = req.context?.channel as Channel | undefined
  if (stated) return stated
  if (req.payloadAPI === 'GraphQL') return 'graphql'
  if (req.payloadAPI !== 'REST') return 'job'
  const path = req.pathname ?? ''
  if (path.includes('/app/links/')) return 'link'
  if (req.user) return channelOfAccount(req.user as Account, req.headers)
  return path.includes('/app/') ? 'portal' : 'rest'
}
