import { createServer } from 'node:http'
import { getPayload, handleEndpoints } from 'payload'
import pg from 'pg'
import config from './config.mjs'

/**
 * Its REST API on plain HTTP, without Next in between, which spares it some milliseconds of each
 * request. The parent asks what was used so far: CPU in milliseconds and SQL statements.
 */
let statements = 0
const { query } = pg.Client.prototype
pg.Client.prototype.query = function counted(...given) {
  statements += 1
  return query.apply(this, given)
}
const payload = await getPayload({ config })
payload.logger.level = 'fatal'
// The database stops under its open connections; that is no failure of the measurement.
payload.db.pool.on('connect', (client) => client.on('error', () => undefined))
payload.db.pool.on('error', () => undefined)
payload.db.pool.options.idleTimeoutMillis = 0
const server = createServer(async (incoming, outgoing) => {
  const chunks = []
  for await (const chunk of incoming) chunks.push(chunk)
  const { method, url, headers } = incoming
  const body = chunks.length > 0 ? Buffer.concat(chunks) : undefined
  const request = new Request(`http://127.0.0.1${url}`, { method, headers, body })
  const answer = await handleEndpoints({ config, request })
  outgoing.writeHead(answer.status, Object.fromEntries(answer.headers))
  outgoing.end(Buffer.from(await answer.arrayBuffer()))
})
server.listen(0, '127.0.0.1', () => process.send({ port: server.address().port }))
process.on('message', () => {
  const { user, system } = process.cpuUsage()
  process.send({ cpu: (user + system) / 1000, statements })
})
process.once('disconnect', () => process.exit(0))
