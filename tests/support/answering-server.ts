import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

type Asked = { path: string; headers: Record<string, unknown>; body: unknown }
type Answer = { status: number; body: unknown; headers?: Record<string, string> }

/** A provider on this machine: what it was asked, and what it says. */
export type AnsweringServer = { url: string; asked: Asked[]; stop: () => void }

/** Answers one question after another; the last answer holds for all that follow. */
export const answering = async (
  ...answers: (Answer | ((asked: Asked) => Answer))[]
): Promise<AnsweringServer> => {
  const asked: Asked[] = []
  const server: Server = createServer(async (request, response) => {
    let text = ''
    for await (const chunk of request) text += String(chunk)
    const question = {
      path: request.url ?? '',
      headers: request.headers,
      body: text ? (JSON.parse(text) as unknown) : null,
    }
    asked.push(question)
    const next = answers.length > 1 ? answers.shift() : answers[0]
    const { status, body, headers } = typeof next === 'function' ? next(question) : (next as Answer)
    response.writeHead(status, { 'content-type': 'application/json', ...headers })
    response.end(typeof body === 'string' ? body : JSON.stringify(body))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}/`, asked, stop: () => server.close() }
}
