import { addDataAndFileToRequest } from 'payload'
import type { ScopedEndpoint } from '../../access/key-scopes.ts'
import { generatePayloadCookie } from 'payload/shared'
import { logIn } from '../../operations/people/log-in.ts'
import type { AccountCollection } from '../../operations/people/create-session.ts'

const wordOf = (value: unknown) => (typeof value === 'string' ? value : '')

/**
 * `POST /{users,customers}/login { email, password }`: the framework's own door with its answer and
 * cookie, but each of several sign-ins at once keeps its session.
 */
export const loginEndpoint = (collection: AccountCollection): ScopedEndpoint => ({
  path: '/login',
  method: 'post',
  custom: { scopes: 'people' },
  handler: async (req) => {
    await addDataAndFileToRequest(req)
    const email = wordOf(req.data?.['email'])
    const password = wordOf(req.data?.['password'])
    const { user, session } = await logIn(req, { collections: [collection], email, password })
    const cookie = generatePayloadCookie({
      collectionAuthConfig: req.payload.collections[collection].config.auth,
      cookiePrefix: req.payload.config.cookiePrefix,
      token: session.token,
    }) as string
    const message = req.t('authentication:passed')
    return Response.json({ message, exp: session.exp, user }, { headers: { 'Set-Cookie': cookie } })
  },
})
