import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { createLocalReq, getPayload, handleEndpoints, type Payload } from 'payload'
import { startDatabaseServer } from '../support/database-server.ts'

const rounds = 40

type Measured = { name: string; cpu: number; statements: number }

/** Counts the statements that the pools of this process send. */
const counted = { statements: 0 }
const original = pg.Client.prototype.query
pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
  counted.statements += 1
  return original.apply(this, args as never)
} as never

const server = await startDatabaseServer()
process.env['DATABASE_URL'] = server.url
process.env['PAYLOAD_SECRET'] = 'bench-only-secret-of-some-length'
const { default: config } = await import('../../payload.config.ts')
const { migrate } = await import('../../src/database/migrate.ts')
const { openShop } = await import('../support/shop.ts')
const { createPeople } = await import('../support/people.ts')
const payload: Payload = await getPayload({ config })
await migrate(payload)
await createPeople(payload)
const shop = await openShop(payload)
const origin = payload.config.serverURL

const ask = async (path: string, body?: object) => {
  const answer = await handleEndpoints({
    config,
    request: new Request(`${origin}/api${path}`, {
      method: body ? 'POST' : 'GET',
      headers: { origin, 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    }),
  })
  if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`)
  return answer.json()
}

const day = (ahead: number) => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10)
const { slots } = (await ask(
  `/app/slots?service=direct&postcode=2000&from=${day(2)}&to=${day(58)}`,
)) as { slots: { start: string }[] }
// Every fourth slot of two hours: none is in the way of another.
const starts = slots.filter((_, at) => at % 4 === 0).map(({ start }) => start)

const measure = async (
  name: string,
  run: (round: number) => Promise<unknown>,
): Promise<Measured> => {
  for (let round = 0; round < 5; round++) await run(round)
  counted.statements = 0
  const before = process.cpuUsage()
  for (let round = 5; round < 5 + rounds; round++) await run(round)
  const { user, system } = process.cpuUsage(before)
  return { name, cpu: (user + system) / 1000 / rounds, statements: counted.statements / rounds }
}

const plain = async () => {
  const req = await createLocalReq({}, payload)
  const { commitTransaction, initTransaction } = await import('payload')
  await initTransaction(req)
  for (let one = 0; one < 3; one++) {
    await payload.create({
      collection: 'labels',
      data: { name: randomUUID(), colour: '#112233' },
      req,
      overrideAccess: true,
    })
  }
  await commitTransaction(req)
}

const results = [
  await measure('three plain creates in one transaction', plain),
  await measure('instant booking of a guest', (round) =>
    ask('/app/bookings', {
      service: shop.services.direct.slug,
      start: starts[round],
      address: { line1: '1 Bench Street', postcode: '2000' },
      customer: { name: 'Bench', phone: '0412345678' },
    }),
  ),
  await measure('slots of one week', () =>
    ask(`/app/slots?service=direct&postcode=2000&from=${day(2)}&to=${day(8)}`),
  ),
]

const [base] = results
for (const { name, cpu, statements } of results) {
  const ratio = (cpu / (base?.cpu ?? cpu)).toFixed(2)
  process.stdout.write(
    `${name.padEnd(42)}${cpu.toFixed(1).padStart(8)} ms CPU  ×${ratio}${statements.toFixed(1).padStart(8)} statements\n`,
  )
}
// The pool's idle connections end with the server; that is no failure of the bench.
process.on('uncaughtException', () => undefined)
await server.stop()
process.exit(0)
