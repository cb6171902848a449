import net from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startDemoProduct } from '../support/demo-product.ts'
import type { Product } from '../support/product.ts'

let product: Product

beforeAll(async () => {
  product = await startDemoProduct()
}, 600_000)
afterAll(() => product?.stop())

/** Sends bytes as they are and returns the status of the answer; 0 when the connection just ends. */
const send = (bytes: string): Promise<number> =>
  new Promise((resolve) => {
    const socket = net.connect(Number(new URL(product.url).port), '127.0.0.1')
    let answer = ''
    const done = () => {
      socket.destroy()
      resolve(Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1] ?? 0))
    }
    socket.setTimeout(15_000, done)
    socket.on('data', (data) => {
      answer += data
      if (answer.includes('\r\n')) done()
    })
    socket.on('error', done)
    socket.on('close', done)
    socket.write(bytes)
  })

const request = (
  at: number,
  { method = 'GET', path, body, type = 'application/json', headers = '' }: Malformed,
) =>
  `${method} ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Forwarded-For: 10.9.${at >> 8}.${at & 255}\r\n` +
  `Connection: close\r\n${headers}` +
  (body === undefined
    ? '\r\n'
    : `Content-Type: ${type}\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`)

type Malformed = { method?: string; path: string; body?: string; type?: string; headers?: string }

const deep = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`
const paths = [
  '/api/app/bookings',
  '/api/app/session',
  '/api/app/session/link',
  '/api/app/session/enter',
  '/api/app/session/reset',
  '/api/bookings',
  '/api/bookings/not-an-id/cancel',
  '/api/appointments/00000000-0000-4000-8000-000000000000/accept',
  '/api/users/login',
  '/api/graphql',
]
const bodies = [
  '{',
  'null',
  '[]',
  '""',
  '{"start":{"$gt":""}}',
  '{"service":["x"],"start":1}',
  `{"notes":"${'x'.repeat(50_000)}"}`,
  '{"email":"a\\u0000@b.c","password":"x"}',
  '{"__proto__":{"admin":true}}',
  deep(2000),
  '{"token":"' + 'a'.repeat(5000) + '"}',
  '{"query":"{ Bookings(where:{id:{equals:1}}) { docs { id } } }"}',
  '{"query":"' + '{a'.repeat(200) + '"}',
  '\ufffd\u0000\u0001',
]
const queries = [
  '?where[id][equals]=%00',
  '?where[or][0][and][0][or][0][and][0][or][0][id][equals]=1',
  '?where[id][like]=%25%25%25',
  '?where[customer][near]=a,b,c',
  '?limit=-1',
  '?limit=99999999999999999999',
  '?page=1e309',
  '?sort=-password,hash,salt',
  '?depth=99',
  '?select[hash]=true',
  '?where[nothing][equals]=1',
  '?where[id][nothing]=1',
  `?x=${'y'.repeat(6000)}`,
  '?%E0%A4%A',
  '?service[]=a&service[]=b&from=x',
  '?service=tap-repair&from=2026-13-45&to=0000-00-00&postcode=1',
  '?service=tap-repair&from=2026-01-01&to=2036-01-01&postcode=2042',
  '?service=tap-repair&from=2026-11-01&to=2026-11-02&lat=1e400&lng=NaN',
]
const reads = [
  '/api/app/slots',
  '/api/app/services',
  '/api/bookings',
  '/api/users',
  '/api/customers',
]
const odd: Malformed[] = [
  { path: '/%' },
  { path: '/../../etc/passwd' },
  { path: '/l/%00' },
  { path: '/enter/' + 'a'.repeat(3000) },
  { path: '/api/app/links/' + encodeURIComponent("' or 1=1 --") },
  { path: '/book/%2e%2e%2f' },
  { path: '/api/app/slots', method: 'BREW' },
  { path: '/api/app/bookings', method: 'TRACE' },
  { path: '/', headers: 'Host: elsewhere.test\r\n' },
  { path: '/api/app/me', headers: 'Cookie: fieldbook-site=garbage; payload-token=x.y.z\r\n' },
  { path: '/api/app/me', headers: 'Authorization: JWT garbage\r\n' },
  { path: '/api/app/me', headers: `X-Long: ${'z'.repeat(20_000)}\r\n` },
  { path: '/api/app/bookings', method: 'POST', body: 'a=b', type: 'text/plain' },
  { path: '/api/media', method: 'POST', body: '--x\r\n', type: 'multipart/form-data; boundary=x' },
  {
    path: '/api/app/bookings',
    method: 'POST',
    body: 'x',
    type: 'application/json; charset=utf-99',
  },
  {
    path: '/sign-in',
    method: 'POST',
    body: 'email=%00',
    type: 'application/x-www-form-urlencoded',
  },
]

describe('the front door', () => {
  test('answers 500 malformed requests without a single failure of its own', async () => {
    const cases: Malformed[] = [
      ...paths.flatMap((path) => bodies.map((body) => ({ path, body, method: 'POST' }))),
      ...paths
        .slice(5, 8)
        .flatMap((path) => bodies.map((body) => ({ path, body, method: 'PATCH' }))),
      ...reads.flatMap((path) => queries.map((query) => ({ path: path + query }))),
      ...odd,
    ]
    const all = Array.from({ length: 500 }, (_, at) => cases[at % cases.length] as Malformed)

    const failed: string[] = []
    let answered = 0
    for (let first = 0; first < all.length; first += 10) {
      const batch = all.slice(first, first + 10)
      const statuses = await Promise.all(batch.map((one, at) => send(request(first + at, one))))
      statuses.forEach((status, at) => {
        if (status > 0) answered += 1
        if (status >= 500 || status === 429) {
          failed.push(
            `${status} ${batch[at]?.method ?? 'GET'} ${batch[at]?.path.slice(0, 80)} ${batch[at]?.body?.slice(0, 40)}`,
          )
        }
      })
    }

    process.stdout.write(
      `malformed requests: ${all.length} sent, ${answered} answered, ${failed.length} failed\n`,
    )
    expect(failed).toEqual([])
    expect(answered).toBeGreaterThan(450)
  }, 300_000)

  test('is ready, and says so', async () => {
    const { status } = await fetch(`${product.url}/health/ready`)

    expect(status).toBe(200)
  })

  test('creates no first account for a stranger', async () => {
    const { status } = await fetch(`${product.url}/api/users/first-register`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: 'x@y.test', password: 'correct horse', name: 'X' }),
    })

    expect(status).toBeGreaterThanOrEqual(400)
    expect(status).toBeLessThan(500)
  })
})
