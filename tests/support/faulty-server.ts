import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What a server says to one question: an answer, a part of one, nothing at all, or a closed door. */
export type Reply =
  | { status: number; body: string; headers?: Record<string, string> }
  | 'cut'
  | 'hang'
  | 'reset'

/** A server on this machine that gives its replies in turn; the last one holds for all that follow. */
export const faultyServer = async (...replies: Reply[]) => {
  let asked = 0
  const server = createServer((request, response) => {
    asked += 1
    request.resume()
    const reply = replies.length > 1 ? replies.shift() : replies[0]
    if (reply === 'hang' || reply === undefined) return
    if (reply === 'reset') return void request.socket.destroy()
    if (reply === 'cut') {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' })
      response.write('{"code":', () => request.socket.destroy())
      return
    }
    response.writeHead(reply.status, { 'content-type': 'application/json', ...reply.headers })
    response.end(reply.body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/`,
    asked: () => asked,
    stop: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

export type FaultyServer = Awaited<ReturnType<typeof faultyServer>>

const json = { 'content-type': 'application/json' }

/** What no adapter may take for an answer, and none may fail on. */
export const wrongReplies: [string, Reply][] = [
  ['a server error', { status: 500, body: '' }],
  ['a refusal', { status: 400, body: '{"code":"InvalidQuery","message":"no"}' }],
  ['a rejected key', { status: 401, body: '{"error":"key sk_live_secret"}' }],
  ['a page', { status: 200, body: '<html>', headers: { 'content-type': 'text/html' } }],
  ['an empty object', { status: 200, body: '{}', headers: json }],
  ['nothing', { status: 200, body: '' }],
  ['null', { status: 200, body: 'null' }],
  ['a redirection', { status: 302, body: '', headers: { location: 'http://127.0.0.1:1/' } }],
  ['half an answer', 'cut'],
  ['a closed connection', 'reset'],
]
