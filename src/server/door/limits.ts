import type { IncomingHttpHeaders } from 'node:http'
import type { RequestHandler, Response } from 'express'
import { rateLimit, type RateLimitRequestHandler, type Store } from 'express-rate-limit'
import { type RateLimiterAbstract, RateLimiterRes } from 'rate-limiter-flexible'
import { visitorOf } from '../../domain/people/visitor.ts'
import { bodyOf, refusal } from './refusal.ts'
import type { Limit, RequestCounts } from './request-counts.ts'

type WhoseOf = (headers: IncomingHttpHeaders) => string | null
type CountsOf = () => RequestCounts

const reading = new Set(['GET', 'HEAD', 'OPTIONS'])

/** The store of a limit that is counted elsewhere; `counts` may change once the product is open. */
const storeOf = (limit: Limit, counts: CountsOf): Store => {
  let counter: { of: RequestCounts; limiter: RateLimiterAbstract } | undefined
  const limiter = (): RateLimiterAbstract => {
    const of = counts()
    if (counter?.of !== of) counter = { of, limiter: of(limit) }
    return counter.limiter
  }
  const hitsOf = ({ consumedPoints, msBeforeNext }: RateLimiterRes) => ({
    totalHits: consumedPoints,
    resetTime: new Date(Date.now() + msBeforeNext),
  })
  return {
    increment: async (key) => {
      try {
        return hitsOf(await limiter().consume(key))
      } catch (refused) {
        if (!(refused instanceof RateLimiterRes)) throw refused
        return { ...hitsOf(refused), totalHits: limit.points + 1 }
      }
    },
    decrement: async (key) => void (await limiter().reward(key)),
    resetKey: async (key) => void (await limiter().delete(key)),
  }
}

/** A request is counted once, by the first limit that it meets. */
const isCounted = (_req: unknown, res: Response): boolean => res.locals['isCounted'] === true

const perMinute = (
  limit: Limit,
  { counts, whose = () => null }: { counts: CountsOf; whose?: WhoseOf },
): RateLimitRequestHandler =>
  rateLimit({
    windowMs: 60_000,
    limit: limit.points,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    store: storeOf(limit, counts),
    skip: isCounted,
    // It looks for its own helper, in whose place is ours for every count.
    validate: { keyGeneratorIpFallback: false },
    keyGenerator: (req, res) => {
      Object.assign(res.locals, { isCounted: true })
      return whose(req.headers) ?? visitorOf(req.ip ?? '')
    },
    handler: (_req, res) => {
      const message = 'Too many requests in one minute. Wait a minute, then go on.'
      res.status(429).json(bodyOf(refusal(429, 'rate-limited', message)))
    },
  })

/** Signing in: 20 tries a minute of one visitor, whichever account they name. */
export const limitSignIn = (counts: CountsOf): RequestHandler =>
  perMinute({ name: 'sign-in', points: 20 }, { counts })

/** Providers that report events: 1,200 calls a minute from each address. */
export const limitWebhooks = (counts: CountsOf): RequestHandler =>
  perMinute({ name: 'webhook', points: 1200 }, { counts })

/**
 * 1,200 readings and 240 writings a minute: of each account that is signed in, so that a whole
 * office works behind one address, and of each visitor for everybody else. Calls of providers
 * have a limit of their own.
 */
export const limitRequests = (whose: WhoseOf, counts: CountsOf): RequestHandler => {
  const read = perMinute({ name: 'read', points: 1200 }, { counts, whose })
  const write = perMinute({ name: 'write', points: 240 }, { counts, whose })
  return (req, res, next) =>
    reading.has(req.method) ? read(req, res, next) : write(req, res, next)
}
