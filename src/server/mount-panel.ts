import { createServer } from 'node:http'
import type { RequestHandler } from 'express'
import next from 'next'
import { root } from './environment.ts'

type Panel = { handle: RequestHandler; close: () => Promise<void> }

/** Payload's panel, run by Next inside this process. */
export const mountPanel = async ({
  host,
  port,
}: {
  host: string
  port: number
}): Promise<Panel> => {
  const app = next({
    dev: false,
    dir: root,
    hostname: host,
    port,
    // Next would take over the upgrades of the real server.
    httpServer: createServer(),
  })
  await app.prepare()
  const handle = app.getRequestHandler()
  return {
    handle: async (req, res) => {
      await handle(req, res)
    },
    close: () => app.close(),
  }
}
