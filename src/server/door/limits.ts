import { type RateLimitRequestHandler, rateLimit } from 'express-rate-limit'
import { bodyOf, refusal } from './refusal.ts'

const perMinute = (limit: number): RateLimitRequestHandler =>
  rateLimit({
    windowMs: 60_000,
    limit,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    handler: (_req, res) => {
      const message = 'Too many requests from this address. Wait a minute, then go on.'
      res.status(429).json(bodyOf(refusal(429, 'rate-limited', message)))
    },
  })

/** Requests a minute of one client address: signing in, writing, everything else. */
export const limits = {
  signIn: perMinute(20),
  write: perMinute(240),
  read: perMinute(1200),
}
