import { Agent, request } from 'node:http'

export type Sent = {
  method?: string
  path: string
  /** The client address that the product sees, as a trusted proxy states it. */
  from: string
  headers?: Record<string, string>
  body?: string | Buffer
}

export type Received = { status: number; text: string; ms: number; cookie: string }

const agent = new Agent({ keepAlive: true, maxSockets: 2000 })

/** One request; status 0 where the connection broke or nothing came for half a minute. */
export const clientOf =
  (url: string) =>
  ({ method = 'GET', path, from, headers = {}, body }: Sent): Promise<Received> => {
    const { hostname, port } = new URL(url)
    const began = performance.now()
    return new Promise((resolve) => {
      const done = (status: number, text = '', cookie = '') =>
        resolve({ status, text, cookie, ms: performance.now() - began })
      const asked = request(
        {
          agent,
          hostname,
          port,
          method,
          path,
          timeout: 30_000,
          headers: {
            origin: url,
            'x-forwarded-for': from,
            ...(body !== undefined && {
              'content-type': 'application/json',
              'content-length': Buffer.byteLength(body),
            }),
            ...headers,
          },
        },
        (answer) => {
          const chunks: Buffer[] = []
          answer.on('data', (chunk: Buffer) => chunks.push(chunk))
          answer.once('error', () => done(0))
          answer.once('end', () =>
            done(
              answer.statusCode ?? 0,
              Buffer.concat(chunks).toString(),
              answer.headers['set-cookie']?.[0]?.split(';')[0] ?? '',
            ),
          )
        },
      )
      asked.once('error', () => done(0))
      asked.once('timeout', () => asked.destroy())
      asked.end(body)
    })
  }

export type Client = ReturnType<typeof clientOf>
