import type { AddressInfo } from 'node:net'
import express from 'express'
import { getPayload } from 'payload'
import config from '../../payload.config.ts'
import { apiOf, mountApi } from '../../src/server/mount-api.ts'

/** The application on HTTP in a process of its own, as the shell mounts it; sends its port. */
const payload = await getPayload({ config })
payload.logger.level = 'fatal'
const { pool } = payload.db as unknown as { pool: import('pg').Pool }
// The server stops under its open connections; that is no failure of the measurement.
pool.on('connect', (client) => client.on('error', () => undefined))
pool.on('error', () => undefined)
const app = express()
app.use('/api', mountApi({ api: apiOf(payload), serverUrl: payload.config.serverURL }))
const server = app.listen(0, '127.0.0.1', () =>
  process.send?.({ port: (server.address() as AddressInfo).port }),
)
process.once('disconnect', () => process.exit(0))
