import { defineMiddleware } from 'astro:middleware'
import { firstCompany } from '../../src/domain/records/first-company.ts'
import { api } from './lib/api.ts'
import type { Company } from './lib/shapes.ts'
import { landingPages } from './lib/landing-pages.ts'
import { setSiteLocale } from './lib/site-locale.ts'

const nobodyHome: Company = {
  name: 'Fieldbook',
  tradingName: null,
  phone: null,
  email: null,
  currency: firstCompany.currency,
  timezone: 'UTC',
  locale: firstCompany.locale,
  address: null,
  logo: null,
  fieldworkerLabel: 'fieldworker',
  postcodes: 'text',
  portal: {
    bookingEnabled: false,
    customersMayCancel: false,
    cancelNoticeHours: 0,
    showFieldworkerName: false,
    intro: null,
  },
}
/** Where the dev server leaves the application; the built site gets it with every request. */
const inProcess: unique symbol = Symbol.for('fieldbook.api')
const ownRooms = [
  { path: '/my', kind: 'customer' },
  { path: '/field', kind: 'fieldworker' },
]
/** Why a form cannot be read, which only pages of our own make; null where it can. */
const unreadable = async (request: Request): Promise<400 | 415 | null> => {
  const [type] = (request.headers.get('content-type') ?? '').toLowerCase().split(';')
  if (type !== 'application/x-www-form-urlencoded' && type !== 'multipart/form-data') return 415
  return request
    .clone()
    .formData()
    .then(
      () => null,
      () => 400,
    )
}
const words = {
  400: 'This form came in pieces. Go back and send it again.',
  415: 'Send the form of the page.',
}
const inside = (path: string, room: string) => path === room || path.startsWith(`${room}/`)

/** Loads company and session, sends people to their own rooms, hands cookies on. */
export const onRequest = defineMiddleware(async (context, next) => {
  const { locals, request, url } = context
  if (url.pathname.replace(/\/$/, '') === '/500') return context.rewrite('/404')
  const unread = request.method === 'POST' ? await unreadable(request) : null
  if (unread) return new Response(words[unread], { status: unread })
  locals.setCookies = []
  locals.api ??= (globalThis as unknown as { [inProcess]: App.Locals['api'] })[inProcess]
  const call = api({ locals, request, url })
  const signedIn = /(?:^|;\s*)fieldbook-site=/.test(request.headers.get('cookie') ?? '')
  const [company, session] = await Promise.all([call.company(), signedIn ? call.me() : null])
  locals.company = company.ok ? company.data : nobodyHome
  setSiteLocale(locals.company.locale)
  locals.me = session?.ok ? session.data.me : null

  const room = ownRooms.find(({ path }) => inside(url.pathname, path))
  const door = locals.me
    ? landingPages[locals.me.kind]
    : `/sign-in?next=${encodeURIComponent(url.pathname)}`
  const response =
    room && locals.me?.kind !== room.kind ? context.redirect(door, 303) : await next()
  for (const cookie of locals.setCookies) response.headers.append('set-cookie', cookie)
  response.headers.set('cache-control', 'no-store')
  response.headers.set('referrer-policy', 'same-origin')
  return response
})
