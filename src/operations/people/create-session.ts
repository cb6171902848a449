import { getFieldsToSign, jwtSign, type PayloadRequest } from 'payload'
import { addSessionToUser, generatePayloadCookie } from 'payload/shared'
import { isForeignPage, siteCookieHeader } from '../../access/site-session.ts'
import { inTransaction } from '../../database/in-transaction.ts'
import { lockRow } from '../../database/locks.ts'
import { DomainError } from '../../domain/domain-error.ts'
import { wrongPassword } from './wrong-password.ts'

export type AccountCollection = 'customers' | 'users'

type Account = {
  id: string
  email: string
  kind?: string
  active?: boolean | null
  lockUntil?: string | null
  deletedAt?: string | null
}

export type OpenedSession = {
  /** The cookie header that hands the session to a browser. */
  cookie: string
  /** Where the person goes on. */
  next: string
  token: string
  /** When the session ends, in seconds of the epoch. */
  exp: number
}

const switchedOff = 'This account is switched off. Please ask the office.'

const notSignedIn = (message: string) => new DomainError('not-signed-in', message)

/** Whether the account works in the office and so belongs into the panel. */
const isOffice = (collection: AccountCollection, { kind }: Account) =>
  collection === 'users' && kind === 'staff'

/** The panel's own cookie for staff, the site's for everybody else. */
const cookieFor = (
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

/** @throws {DomainError} not-allowed 403 where a page of another site asks for a session */
export const assertOwnPage = ({ headers, payload }: PayloadRequest): void => {
  if (!isForeignPage(headers, payload.config.csrf)) return
  throw new DomainError('not-allowed', 'Sign in on a page of this site.')
}

/**
 * Opens a session for an account that has proved itself. The framework writes all sessions of an
 * account at once, and the account with them, so the account is locked before it is read.
 * @param by a link opens a session of an account that too many wrong passwords have locked
 * @throws {DomainError} not-signed-in when the account is gone, switched off or locked; not-allowed
 * for a page of another site
 */
export const createSession = (
  req: PayloadRequest,
  { collection, id, by }: { collection: AccountCollection; id: string; by: 'link' | 'password' },
): Promise<OpenedSession> =>
  inTransaction(req, async () => {
    assertOwnPage(req)
    await lockRow(req, collection, id)
    const account = await req.payload.db.findOne<Account>({
      collection,
      req,
      where: { id: { equals: id } },
    })
    const isOff = !account || account.active === false || Boolean(account.deletedAt)
    if (isOff) throw by === 'password' ? wrongPassword() : notSignedIn(switchedOff)
    const isLocked = Date.parse(account.lockUntil ?? '') > Date.now()
    if (isLocked && by === 'password') throw wrongPassword()
    const collectionConfig = req.payload.collections[collection].config
    const seen = collection === 'users' && { lastSeenAt: new Date().toISOString() }
    // The framework writes the account along with its sessions.
    const user = { ...account, ...seen, collection } as never
    const { sid } = await addSessionToUser({ collectionConfig, payload: req.payload, req, user })
    const { token, exp } = await jwtSign({
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
    return { ...cookieFor(req, { collection, account, token }), token, exp }
  })
