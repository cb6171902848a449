import { type AuthStrategy, JWTAuthentication } from 'payload'
import { generateCookie, parseCookies } from 'payload/shared'

/** The cookie of customers and fieldworkers, apart from the panel's. */
export const siteCookie = 'fieldbook-site'

const safe = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Only pages of our own may change something with the cookie. */
const isFromUs = (headers: Headers, method: string, origins: readonly string[]): boolean => {
  if (safe.has(method)) return true
  const origin = headers.get('origin')
  if (origin) return origins.includes(origin)
  return headers.get('sec-fetch-site') === 'same-origin'
}

/**
 * Whether a page of somebody else's asks, which its browser says; what is no browser says nothing.
 * Such a page must not sign its visitor in to an account of its choice.
 */
export const isForeignPage = (headers: Headers, origins: readonly string[]): boolean => {
  const origin = headers.get('origin')
  if (origin) return !origins.includes(origin)
  return ['cross-site', 'same-site'].includes(headers.get('sec-fetch-site') ?? '')
}

/**
 * Signs in whoever carries the site's cookie. A browser that is signed in to the panel too is staff
 * at every door but the site's own pages, which hand on the site's cookie alone.
 */
export const siteSession = (collection: 'customers' | 'users'): AuthStrategy => ({
  name: `site-${collection}`,
  authenticate: async ({ headers, payload }) => {
    const cookies = parseCookies(headers)
    const token = cookies.get(siteCookie)
    const isPanel = cookies.has(`${payload.config.cookiePrefix}-token`)
    if (!token || isPanel) return { user: null }
    const method = headers.get('x-fieldbook-method') ?? 'POST'
    if (!isFromUs(headers, method, payload.config.csrf)) return { user: null }
    const bearer = new Headers({ authorization: `JWT ${token}`, DisableAutologin: 'true' })
    const { user } = await JWTAuthentication({ headers: bearer, payload, strategyName: siteCookie })
    return { user: user?.collection === collection ? user : null }
  },
})

/** The header that hands the site's session to a browser, or takes it away. */
export const siteCookieHeader = (
  value: string,
  { isSecure, seconds }: { isSecure: boolean; seconds: number },
): string =>
  generateCookie<false>({
    name: siteCookie,
    value,
    expires: new Date(Date.now() + seconds * 1000),
    httpOnly: true,
    path: '/',
    returnCookieAsObject: false,
    sameSite: 'Lax',
    secure: isSecure,
  })
