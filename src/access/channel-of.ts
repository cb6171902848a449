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
  | 'widget'

const pathOf = (address: null | string | undefined): string => {
  if (!address) return ''
  return URL.canParse(address) ? new URL(address).pathname : address
}

/** The door a request came through, for the history; `req.context.channel` wins. */
export const channelOf = (req: PayloadRequest): Channel => {
  const stated = req.context?.channel as Channel | undefined
  if (stated) return stated
  if (req.payloadAPI === 'GraphQL') return 'graphql'
  if (req.user?.collection === 'api-keys') return 'api'
  const path = req.pathname || pathOf(req.url)
  if (path.includes('/app/links/')) return 'link'
  if (path.includes('/app/me/visits') || path.includes('/app/me/offers')) return 'field'
  if (path.includes('/app/')) return 'portal'
  if (pathOf(req.headers?.get('referer')).startsWith('/admin')) return 'admin'
  return req.payloadAPI === 'REST' ? 'rest' : 'job'
}
