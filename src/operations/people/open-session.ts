import { getFieldsToSign, jwtSign, type PayloadRequest } from 'payload'
import { addSessionToUser, generatePayloadCookie } from 'payload/shared'
import { siteCookieHeader } from '../../access/site-session.ts'
import { DomainError } from '../../domain/domain-error.ts'

export type AccountCollection = 'customers' | 'users'

type Account = { id: string; email: string; kind?: string; active?: boolean | null }

const notSignedIn = () =>
  new DomainError('not-signed-in', 'This account is switched off. Please ask the office.', {
    status: 401,
  })

/** Whether the account works in the office and so belongs into the panel. */
const isOffice = (collection: AccountCollection, { kind }: Account) =>
  collection === 'users' && kind === 'staff'

/**
 * The cookie that carries a session's token: the panel's own for staff, the site's for everybody
 * else. `next` is where the person goes on.
 */
export const cookieFor = (
  req: PayloadRequest,
  {
    collection,
    account,
    token,
  }: { collection: AccountCollection; account: Account; token: string },
): { cookie: string; next: string } => {
  const { config, collections } = req.payload
  const { auth } = collections[collection].config
  if (isOffice(collection, account)) {
    const cookie = generatePayloadCookie({
      collectionAuthConfig: auth,
      cookiePrefix: config.cookiePrefix,
      token,
    }) as string
    return { cookie, next: '/admin' }
  }
  const isSecure = config.serverURL.startsWith('https:')
  const cookie = siteCookieHeader(token, { isSecure, seconds: auth.tokenExpiration })
  return { cookie, next: collection === 'customers' ? '/my' : '/field' }
}

/**
 * Opens a session for an account that has proved itself by a link.
 * @throws {DomainError} not-signed-in when the account is gone or switched off
 */
export const openSession = async (
  req: PayloadRequest,
  { collection, id }: { collection: AccountCollection; id: string },
): Promise<{ cookie: string; next: string }> => {
  const account = await req.payload.db.findOne<Account>({
    collection,
    req,
    where: { id: { equals: id } },
  })
  if (!account || account.active === false) throw notSignedIn()
  const collectionConfig = req.payload.collections[collection].config
  const user = { ...account, collection } as never
  const { sid } = await addSessionToUser({ collectionConfig, payload: req.payload, req, user })
  const { token } = await jwtSign({
    fieldsToSign: getFieldsToSign({
      collectionConfig,
      email: account.email,
      user,
      ...(sid && { sid }),
    }),
    secret: req.payload.secret,
    tokenExpiration: collectionConfig.auth.tokenExpiration,
  })
  req.user = user
  return cookieFor(req, { collection, account, token })
}
