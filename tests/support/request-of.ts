import { createLocalReq, type PayloadRequest } from 'payload'
import type { Harness } from './harness.ts'
import type { Person } from './people.ts'
import { signIn } from './sign-in.ts'

/** A request as somebody makes it, for reading what the product would show them. */
export const requestOf = async ({ app }: Harness, person: Person): Promise<PayloadRequest> => {
  const headers = new Headers({ origin: app.payload.config.serverURL })
  for (const [header, value] of await signIn(app.payload, person)) headers.set(header, value)
  const { user } = await app.payload.auth({ headers })
  return createLocalReq({ ...(user && { user }) }, app.payload)
}
