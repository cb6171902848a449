import type { RequestHandler } from 'express'
import { refusal } from './refusal.ts'

type EmbeddingOptions = {
  serverUrl: string
  /** Whether pages of this origin may embed the booking widget. */
  mayEmbed: (origin: string) => Promise<boolean>
}

/** What the widget asks for; nothing else of the API answers pages of other hosts. */
const doors: { path: RegExp; methods: string[] }[] = [
  { path: /^\/api\/app\/(company|services|services\/[^/]+|slots)$/, methods: ['GET'] },
  { path: /^\/api\/app\/(holds|bookings)$/, methods: ['POST'] },
  { path: /^\/api\/app\/holds\/[^/]+$/, methods: ['DELETE'] },
]
const reading = new Set(['GET', 'HEAD', 'OPTIONS'])
/** Browsers keep the answer to a preflight two hours at most. */
const keptSeconds = 7200

const isOurs = (origin: string, { host, serverUrl }: { host: string; serverUrl: string }) => {
  if (origin === new URL(serverUrl).origin) return true
  return URL.canParse(origin) && new URL(origin).host === host
}

/**
 * Lets listed pages of other hosts use the widget's part of the API: without cookies, whatever the
 * browser sends, and without any other header of theirs than the two it needs. Pages that are not
 * listed may neither read its answers nor book.
 * @throws {Refusal} not-allowed 403
 */
export const embedding =
  ({ serverUrl, mayEmbed }: EmbeddingOptions): RequestHandler =>
  async (req, res, next) => {
    const path = req.path.replace(/\/+$/, '').toLowerCase()
    const door = doors.find((one) => one.path.test(path))
    if (!door) return next()
    res.vary('Origin')
    const { origin, host = '' } = req.headers
    if (!origin || isOurs(origin, { host, serverUrl })) return next()
    delete req.headers.cookie
    if (await mayEmbed(origin)) {
      res.set({
        'access-control-allow-origin': origin,
        'access-control-expose-headers': 'Retry-After',
        'access-control-allow-methods': door.methods.join(', '),
        'access-control-allow-headers': 'Content-Type, Idempotency-Key',
        'access-control-max-age': `${keptSeconds}`,
      })
      res.locals['isEmbedded'] = true
      return next()
    }
    if (reading.has(req.method) || req.headers.authorization) return next()
    const message =
      'This page may not book here. The company lists such pages in Settings, Customer portal.'
    next(refusal(403, 'not-allowed', message))
  }

/** Answers a browser that asks first, once the limits have let it through. */
export const answerPreflight: RequestHandler = (req, res, next) => {
  const isPreflight = req.method === 'OPTIONS' && req.headers['access-control-request-method']
  if (!isPreflight || !res.locals['isEmbedded']) return next()
  res.status(204).end()
}
