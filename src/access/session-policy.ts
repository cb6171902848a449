import type { CollectionConfig } from 'payload'

type AuthOptions = Exclude<CollectionConfig['auth'], boolean | undefined>

/**
 * Sessions of staff in the panel: two hours, renewed while in use; five wrong passwords lock for
 * ten minutes. The request interval of forgotten passwords is zero because any other value makes
 * each request hold two database connections.
 */
export const staffSession = {
  tokenExpiration: 7200,
  maxLoginAttempts: 5,
  lockTime: 10 * 60 * 1000,
  removeTokenFromResponses: true,
  cookies: { sameSite: 'Strict' },
  forgotPassword: { minRequestInterval: 0 },
  useSessions: true,
} satisfies AuthOptions

/** Sessions of customers on the site: thirty days, lax so that a mailed link arrives signed in. */
export const customerSession = {
  ...staffSession,
  tokenExpiration: 30 * 24 * 3600,
  cookies: { sameSite: 'Lax' },
} satisfies AuthOptions

/** The collections with session cookies that travel over https alone, where the site does. */
export const secureCookies = (
  collections: CollectionConfig[],
  secure: boolean,
): CollectionConfig[] =>
  collections.map((collection) => {
    if (!collection.auth || collection.auth === true) return collection
    const cookies = { ...collection.auth.cookies, secure }
    return { ...collection, auth: { ...collection.auth, cookies } }
  })
