import path from 'node:path'
import { pathToFileURL } from 'node:url'
import express, { Router } from 'express'
import { root } from './environment.ts'
import type { Api } from './mount-api.ts'

type Handler = (
  req: express.Request,
  res: express.Response,
  next: express.NextFunction,
  locals: { api: Api },
) => Promise<void>

/** The built site; its pages call the application in process through `locals.api`. */
export const mountSite = async ({ api }: { api: Api }): Promise<Router> => {
  const dist = path.join(root, 'dist/site')
  const { handler } = (await import(pathToFileURL(path.join(dist, 'server/entry.mjs')).href)) as {
    handler: Handler
  }
  const router = Router()
  router.use(
    '/_astro',
    express.static(path.join(dist, 'client/_astro'), { immutable: true, maxAge: '1y' }),
  )
  // The one file that pages of other hosts load. It is asked for again after five minutes.
  router.get('/widget.js', (_req, res, next) => {
    res.set({
      'access-control-allow-origin': '*',
      'cache-control': 'public, max-age=300',
      'cross-origin-resource-policy': 'cross-origin',
    })
    next()
  })
  router.use(express.static(path.join(dist, 'client'), { index: false, redirect: false }))
  router.use((req, res, next) => {
    req.headers['x-forwarded-for'] = req.ip
    // What no page answers is the page for that, with the headers of every other.
    return handler(
      req,
      res,
      () => handler(Object.assign(req, { url: '/404' }), res, next, { api }),
      { api },
    )
  })
  return router
}
