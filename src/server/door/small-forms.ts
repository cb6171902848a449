import type { RequestHandler } from 'express'
import { refusal } from './refusal.ts'

const reading = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Refuses what is sent to a page when it is longer than `bytes` or does not say how long it is. */
export const smallForms =
  (bytes: number): RequestHandler =>
  (req, _res, next) => {
    if (reading.has(req.method)) return next()
    const stated = req.headers['content-length']
    const length = Number(stated ?? 0)
    if (stated === undefined && req.headers['transfer-encoding']) {
      return next(refusal(411, 'invalid-input', 'Say how long the form is (Content-Length).'))
    }
    if (!(length <= bytes)) {
      return next(refusal(413, 'too-large', 'This is longer than any form of ours.'))
    }
    next()
  }
