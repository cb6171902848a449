import { request as httpRequest } from 'node:http'
import type { AddressInfo } from 'node:net'
import { handleEndpoints, type Payload } from 'payload'
import { type Api, apiOf, mountApi } from '../../src/server/mount-api.ts'
import { createShell } from '../../src/server/shell.ts'
import type { Person } from './people.ts'
import { signIn } from './sign-in.ts'

export type Sent = {
  method: string
  path: string
  headers?: Record<string, string>
  body?: string | Buffer
}

export type Received = {
  status: number
  headers: Record<string, string | string[] | undefined>
  text: string
}

export type FrontDoor = {
  /** One request as it is, with any header, from a client address of its own. */
  send: (asked: Sent) => Promise<Received>
  close: () => Promise<void>
}

type Site = Parameters<ReturnType<typeof createShell>['open']>[0]['site']

/** A client that sends what no browser would. */
const sendTo = (port: number): FrontDoor['send'] => {
  let client = 0
  return ({ method, path, headers = {}, body }) => {
    client += 1
    const from = `10.${(client >> 16) & 255}.${(client >> 8) & 255}.${client & 255}`
    const length = body === undefined ? {} : { 'content-length': `${Buffer.byteLength(body)}` }
    const options = { host: '127.0.0.1', port, method, path }
    return new Promise((resolve, reject) => {
      const asked = httpRequest({
        ...options,
        headers: { 'x-forwarded-for': from, ...length, ...headers },
      })
      asked.once('error', reject).once('response', (answer) => {
        const chunks: Buffer[] = []
        answer.on('data', (chunk: Buffer) => chunks.push(chunk)).once('error', reject)
        answer.once('end', () =>
          resolve({
            status: answer.statusCode ?? 0,
            headers: answer.headers,
            text: Buffer.concat(chunks).toString(),
          }),
        )
      })
      asked.end(body)
    })
  }
}

/** The front door as a process has it, before the application of a test and, with `site`, its site. */
export const openFrontDoor = async (
  payload: Payload,
  { url, site }: { url: string; site?: (api: Api) => Promise<Site> },
): Promise<FrontDoor> => {
  const { config } = payload
  const payloadInstanceCacheKey = new URL(url).pathname.slice(1)
  const whole = apiOf(payload)
  const api: Api = (request) =>
    new URL(request.url).pathname === '/api/graphql'
      ? whole(request)
      : handleEndpoints({ config, payloadInstanceCacheKey, request })
  const serverUrl = config.serverURL
  const shell = createShell({ serverUrl, trustProxy: 'loopback', log: () => undefined })
  shell.open({
    api: mountApi({ api, serverUrl }),
    panel: (_req, res) => void res.end('panel'),
    site: site ? await site(api) : (_req, res) => void res.end('site'),
    mayEmbed: () => Promise.resolve(false),
    accountOf: () => null,
    isDatabaseThere: () => Promise.resolve(true),
  })
  await new Promise<void>((resolve) => shell.server.listen(0, '127.0.0.1', resolve))
  const { port } = shell.server.address() as AddressInfo
  return { send: sendTo(port), close: shell.close }
}

export type SendAs = (asked: Sent & { as?: Person }) => Promise<Received>

/** Sends as a person, from a page of ours unless another origin is given. */
export const sendAs =
  (payload: Payload, { send }: FrontDoor): SendAs =>
  async ({ as, ...asked }) => {
    const origin = payload.config.serverURL
    const session = as ? Object.fromEntries(await signIn(payload, as)) : {}
    const headers = { host: new URL(origin).host, origin, ...session, ...asked.headers }
    return send({ ...asked, headers })
  }
