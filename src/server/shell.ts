import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import compression from 'compression'
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express'
import { answerPreflight, embedding } from './door/embedding.ts'
import { securityHeaders } from './door/headers.ts'
import { checkEncoding } from './door/check-request.ts'
import { limitRequests, limitSignIn, limitWebhooks } from './door/limits.ts'
import { bodyOf, refusal, statusOf } from './door/refusal.ts'
import { countsInMemory, type RequestCounts } from './door/request-counts.ts'
import { smallForms } from './door/small-forms.ts'

type Rooms = {
  api: RequestHandler
  panel: RequestHandler
  site: RequestHandler
  /** Whether pages of this origin, which is not ours, may embed the booking widget. */
  mayEmbed: (origin: string) => Promise<boolean>
  /** Whose session a request carries, by its signature alone; null for strangers. */
  accountOf: (headers: IncomingHttpHeaders) => string | null
  /** Whether the database answers. */
  isDatabaseThere: () => Promise<boolean>
  /** Where requests are counted. Default: in this process. */
  requestCounts?: RequestCounts
}

type Shell = {
  server: Server
  /** Until this is called every page answers 503 and `/health/ready` too. */
  open: (rooms: Rooms) => void
  /** Stops taking requests, lets those under way finish for ten seconds at most. */
  close: () => Promise<void>
}

type ShellOptions = {
  serverUrl: string
  trustProxy: string
  log: (line: string, error: unknown) => void
  /** Hot reload needs inline scripts and sockets, so the content policy is off. Default: false. */
  isDev?: boolean
  /** Where the panel's maps get their pictures. Default: nowhere. */
  tileUrl?: string | undefined
}

const answerErrors =
  (log: ShellOptions['log']): ErrorRequestHandler =>
  (error, req, res, _next) => {
    const status = statusOf(error)
    if (status === 503) res.set('retry-after', retryAfterSeconds)
    if (status >= 500 && status !== 503) log(`${req.method} ${req.path} failed`, error)
    if (res.headersSent) {
      res.destroy()
      return
    }
    res
      .status(status)
      .set('connection', status === 413 ? 'close' : 'keep-alive')
      .json(bodyOf(error))
  }

/** Refuses a Host that is not ours: links and cookies are made for one origin. */
const onlyOurHost = (serverUrl: string): RequestHandler => {
  const { hostname } = new URL(serverUrl)
  const known = new Set([hostname, '127.0.0.1', 'localhost', '[::1]'])
  return (req, _res, next) => {
    const asked = /^(\[[^\]]*\]|[^:]*)(?::\d+)?$/.exec(req.headers.host ?? '')?.[1]
    if (asked && known.has(asked.toLowerCase())) return next()
    next(refusal(421, 'invalid-input', 'This server does not answer for that host.'))
  }
}

const onlyEncoded: RequestHandler = (req, _res, next) => {
  checkEncoding(req.originalUrl)
  next()
}

const signInDoors = [
  ...['/api/app/session', '/api/users/login', '/api/customers/login'],
  ...['/api/users/forgot-password', '/api/customers/forgot-password'],
  ...['/sign-in', '/reset', '/enter'],
]

/** Starting, a rush and a database that restarts are over soon. */
const retryAfterSeconds = '1'

/** Longest form of the site; its pages take words only. */
const formBytes = 64_000

const notYet: RequestHandler = (_req, _res, next) =>
  next(refusal(503, 'busy', 'Fieldbook is starting. Try again in a moment.'))

/** What answers before the application is there. */
const closedRooms = (): Rooms => ({
  ...{ api: notYet, panel: notYet, site: notYet },
  mayEmbed: () => Promise.resolve(false),
  accountOf: () => null,
  isDatabaseThere: () => Promise.resolve(false),
})

type Open = { rooms: () => Rooms; isReady: () => boolean }

const answerHealth = (app: Express, { rooms, isReady }: Open) => {
  app.get(['/health/live', '/healthz'], (_req, res) => void res.json({ live: true }))
  app.get(['/health/ready', '/readyz'], async (_req, res) => {
    const ready = isReady() && (await rooms().isDatabaseThere())
    if (!ready) res.set('retry-after', retryAfterSeconds)
    res.status(ready ? 200 : 503).json({ ready })
  })
}

/** What every request must pass, in this order. */
const guardDoor = (
  app: Express,
  { serverUrl, isDev = false, tileUrl }: ShellOptions,
  rooms: () => Rooms,
) => {
  app.use(
    onlyOurHost(serverUrl),
    securityHeaders({ isHttps: serverUrl.startsWith('https:'), isDev, tileUrl }),
    onlyEncoded,
  )
  const counts = () => rooms().requestCounts ?? countsInMemory
  const signIn = limitSignIn(counts)
  app.use(signInDoors, (req, res, next) =>
    req.method === 'POST' ? signIn(req, res, next) : next(),
  )
  app.use('/api/webhooks', limitWebhooks(counts))
  app.use(embedding({ serverUrl, mayEmbed: (origin) => rooms().mayEmbed(origin) }))
  app.use(
    limitRequests((headers) => rooms().accountOf(headers), counts),
    answerPreflight,
    compression(),
  )
}

const leadToRooms = (app: Express, rooms: () => Rooms) => {
  app.use('/api', (req, res, next) => rooms().api(req, res, next))
  app.use(['/admin', '/_next'], (req, res, next) => {
    req.url = req.originalUrl
    return rooms().panel(req, res, next)
  })
  app.use(smallForms(formBytes), (req, res, next) => rooms().site(req, res, next))
}

/** Lets requests under way finish, for ten seconds at most. */
const closeServer = async (server: Server, log: ShellOptions['log']) => {
  const closed = new Promise((resolve) => server.close(resolve))
  server.closeIdleConnections()
  const cut = () => {
    log('Connections that had not ended after 10 s were cut.', undefined)
    server.closeAllConnections()
  }
  setTimeout(cut, 10_000).unref()
  await closed
}

/** The one door of the process: limits, headers, health, then the application's rooms. */
export const createShell = (options: ShellOptions): Shell => {
  const { trustProxy, log } = options
  const app: Express = express()
  let opened = closedRooms()
  let isReady = false
  const rooms = () => opened
  app.disable('x-powered-by')
  app.set('trust proxy', trustProxy.includes(',') ? trustProxy.split(',') : trustProxy)
  answerHealth(app, { rooms, isReady: () => isReady })
  guardDoor(app, options, rooms)
  leadToRooms(app, rooms)
  app.use(answerErrors(log))

  const server = createServer(
    { requestTimeout: 30_000, headersTimeout: 10_000, connectionsCheckingInterval: 2000 },
    app,
  )
  return {
    server,
    close: () => {
      isReady = false
      return closeServer(server, log)
    },
    open: (application) => {
      opened = application
      isReady = true
    },
  }
}
