import type { IncomingHttpHeaders } from 'node:http'
import type { RequestHandler } from 'express'
import { ipKeyGenerator, type RateLimitRequestHandler, rateLimit } from 'express-rate-limit'
import { bodyOf, refusal } from './refusal.ts'

type WhoseOf = (headers: IncomingHttpHeaders) => string | null

const reading = new Set(['GET', 'HEAD', 'OPTIONS'])

const nobody: WhoseOf = () => null

const perMinute = (limit: number, whose = nobody): RateLimitRequestHandler =>
  rateLimit({
    windowMs: 60_000,
    limit,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    keyGenerator: (req) => whose(req.headers) ?? ipKeyGenerator(req.ip ?? ''),
    handler: (_req, res) => {
      const message = 'Too many requests in one minute. Wait a minute, then go on.'
      res.status(429).json(bodyOf(refusal(429, 'rate-limited', message)))
    },
  })

/** Signing in: 20 tries a minute of one client address, whoever it says it is. */
export const limitSignIn = (): RequestHandler => perMinute(20)

const webhooks = '/api/webhooks/'

/** Providers that report events: 1,200 calls a minute from each address. */
export const limitWebhooks = (): RequestHandler => perMinute(1200)

/**
 * 1,200 readings and 240 writings a minute: of each account that is signed in, so that a whole
 * office works behind one address, and of each address for everybody else. Calls of providers
 * have a limit of their own.
 */
export const limitRequests = (whose: WhoseOf): RequestHandler => {
  const [read, write] = [perMinute(1200, whose), perMinute(240, whose)]
  return (req, res, next) => {
    if (req.path.startsWith(webhooks)) return next()
    return reading.has(req.method) ? read(req, res, next) : write(req, res, next)
  }
}
