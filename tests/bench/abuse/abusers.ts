import { connect } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import sharp from 'sharp'
import type { Client } from './client.ts'

export type Abuse = {
  ask: Client
  url: string
  /** Sessions of the office, as cookies. */
  office: string[]
  isOver: () => boolean
}

/** Statuses that a kind of abuse was answered with. */
export type Tally = Record<string, number>

type Step = (at: number) => Promise<number>

const repeat = async (width: number, { isOver }: Abuse, step: Step): Promise<Tally> => {
  const tally: Tally = {}
  const run = async (at: number) => {
    while (!isOver()) {
      const status = await step(at)
      tally[status] = (tally[status] ?? 0) + 1
      if (status === 0 || status === 429 || status === 503) await pause(200)
    }
  }
  await Promise.all(Array.from({ length: width }, (_, at) => run(at)))
  return tally
}

/** Passwords cost the server most of all that strangers can ask for. */
const signIns = (abuse: Abuse): Promise<Tally> =>
  repeat(50, abuse, async (at) => {
    const body = JSON.stringify({ email: `guess-${at}@example.com`, password: 'not this one 123' })
    const from = `198.18.1.${at}`
    return (await abuse.ask({ method: 'POST', path: '/api/app/session', from, body })).status
  })

const day = (ahead: number) => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10)

/** The longest questions that strangers may ask. */
const searches = (abuse: Abuse): Promise<Tally> =>
  repeat(50, abuse, async (at) => {
    const range = `from=${day(1)}&to=${day(60)}`
    const path = `/api/app/slots?service=tap-repair&postcode=2042&${range}`
    return (await abuse.ask({ path, from: `198.18.2.${at}` })).status
  })

const sizes = ['limit=200&depth=0', 'limit=100&depth=1', 'limit=50&depth=2']

/** The largest lists that the office may ask for. */
const lists = (abuse: Abuse): Promise<Tally> =>
  repeat(4, abuse, async (at) => {
    const collection = ['bookings', 'appointments', 'customers', 'audit-events'][at] ?? 'bookings'
    const size = sizes[at % sizes.length]
    // The history has the time of its entries and no other.
    const newest = collection === 'audit-events' ? '-at' : '-createdAt'
    const path = `/api/${collection}?${size}&sort=${newest}`
    const cookie = abuse.office[at % abuse.office.length] ?? ''
    return (await abuse.ask({ path, from: `198.18.3.${at}`, headers: { cookie } })).status
  })

/** A photo of 12 megapixels with as much detail as a camera’s. */
const photo = async (): Promise<Buffer> => {
  const [width, height] = [4000, 3000]
  const noise = { type: 'gaussian', mean: 128, sigma: 40 } as const
  return sharp({ create: { width, height, channels: 3, background: '#888', noise } })
    .blur(2)
    .jpeg({ quality: 92 })
    .toBuffer()
}

const boundary = 'abuse-boundary'

const formOf = (picture: Buffer): Buffer =>
  Buffer.concat([
    Buffer.from(
      `--${boundary}\r\nContent-Disposition: form-data; name="_payload"\r\n\r\n{"kind":"attachment"}\r\n` +
        `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="a.jpg"\r\n` +
        'Content-Type: image/jpeg\r\n\r\n',
    ),
    picture,
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ])

/** Twenty people who send photos at once, one after the other. */
const uploads = async (abuse: Abuse): Promise<Tally> => {
  const body = formOf(await photo())
  return repeat(20, abuse, async (at) => {
    const cookie = abuse.office[at % abuse.office.length] ?? ''
    const headers = { cookie, 'content-type': `multipart/form-data; boundary=${boundary}` }
    const from = `198.18.4.${at}`
    return (await abuse.ask({ method: 'POST', path: '/api/media', from, headers, body })).status
  })
}

type Socket = ReturnType<typeof connect>

/** Writes a head on a connection, then a byte each second; tells how it ended. */
const drip = ({ url, isOver }: Abuse, head: string): Promise<string> => {
  const { hostname, port } = new URL(url)
  return new Promise((resolve) => {
    let heard = 'cut'
    const socket: Socket = connect(Number(port), hostname, () => socket.write(head))
    const timer = setInterval(() => (isOver() ? socket.destroy() : socket.write('a')), 1000)
    socket.on('data', (data) => (heard = /^HTTP\/1\.1 (\d+)/.exec(data.toString())?.[1] ?? heard))
    socket.on('error', () => undefined)
    socket.once('close', () => {
      clearInterval(timer)
      resolve(isOver() ? 'open' : heard)
    })
  })
}

const dripping = async (width: number, abuse: Abuse, head: string): Promise<Tally> => {
  const tally: Tally = {}
  const run = async () => {
    while (!abuse.isOver()) {
      const end = await drip(abuse, head)
      tally[end] = (tally[end] ?? 0) + 1
    }
  }
  await Promise.all(Array.from({ length: width }, run))
  return tally
}

/** Bodies and heads that arrive a byte a second. */
const slowBodies = (abuse: Abuse): Promise<Tally> => {
  const host = `Host: ${new URL(abuse.url).host}`
  const json = 'Content-Type: application/json\r\nContent-Length: 100000'
  return dripping(200, abuse, `POST /api/app/bookings HTTP/1.1\r\n${host}\r\n${json}\r\n\r\n{`)
}
const slowHeads = (abuse: Abuse): Promise<Tally> =>
  dripping(200, abuse, `GET / HTTP/1.1\r\nHost: ${new URL(abuse.url).host}\r\nX-Slow: `)

/** Five hundred lines that listen to every change at once. */
const streams = async (abuse: Abuse): Promise<Tally> => {
  const tally: Tally = {}
  const { hostname, port } = new URL(abuse.url)
  const open = (at: number): Promise<void> =>
    new Promise((resolve) => {
      const cookie = abuse.office[at % abuse.office.length] ?? ''
      const head = `GET /api/app/events HTTP/1.1\r\nHost: ${new URL(abuse.url).host}\r\nOrigin: ${abuse.url}\r\nCookie: ${cookie}\r\nX-Forwarded-For: 198.18.5.${at % 250}\r\n\r\n`
      const socket = connect(Number(port), hostname, () => socket.write(head))
      socket.once('data', (data) => {
        const status = /^HTTP\/1\.1 (\d+)/.exec(data.toString())?.[1] ?? 'broken'
        tally[status] = (tally[status] ?? 0) + 1
      })
      socket.on('error', () => undefined)
      socket.once('close', () => resolve())
      const timer = setInterval(() => {
        if (!abuse.isOver()) return
        clearInterval(timer)
        socket.destroy()
      }, 500)
    })
  await Promise.all(Array.from({ length: 500 }, (_, at) => open(at)))
  return tally
}

/** Every kind of abuse, by its name. */
export const abusers: Record<string, (abuse: Abuse) => Promise<Tally>> = {
  'sign-ins': signIns,
  searches,
  lists,
  uploads,
  streams,
  'slow bodies': slowBodies,
  'slow heads': slowHeads,
}
