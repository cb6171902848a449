import type { AddressInfo } from 'node:net'
import { fileURLToPath, pathToFileURL } from 'node:url'
import express from 'express'
import { fakeApplication } from './fake-application.ts'

const dist = fileURLToPath(new URL('../../dist/site/', import.meta.url))

/** Serves the built site on the made-up application; `stop` ends it. Port 0 takes a free one. */
export async function serveSite({ port = 0 }: { port?: number } = {}) {
  const { handler } = await import(pathToFileURL(`${dist}server/entry.mjs`).href)
  const app = express()
  app.use(express.static(`${dist}client`, { index: false }))
  app.use((req, res, next) => handler(req, res, next, { api: fakeApplication }))
  const server = app.listen(port, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () => new Promise((resolve) => server.close(resolve)),
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { url } = await serveSite({ port: Number(process.env['PORT'] ?? 3700) })
  process.stdout.write(`site on made-up data: ${url}\n`)
}
