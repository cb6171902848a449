import { headers } from 'next/headers.js'
import { createLocalReq, type Payload, type PayloadRequest } from 'payload'
import { cache } from 'react'

/**
 * The request behind a server component that Payload renders without one, with the whole account
 * of its session; once per page. `user` is null for a visitor.
 */
export const requestOf = cache(async (payload: Payload): Promise<PayloadRequest> => {
  const incoming = await headers()
  const { user } = await payload.auth({ headers: incoming })
  const local = await createLocalReq({ ...(user ? { user } : {}) }, payload)
  local.headers = incoming
  return local
})
