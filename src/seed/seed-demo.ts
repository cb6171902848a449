import { createLocalReq, type Payload } from 'payload'
import { inTransaction } from '../database/in-transaction.ts'
import { sharePassword } from '../database/people/share-password.ts'
import { createWorld } from './create-world.ts'
import { seedAbsences } from './seed-absences.ts'
import { seedBookings } from './seed-bookings.ts'
import { seedCatalogue } from './seed-catalogue.ts'
import { seedCompany } from './seed-company.ts'
import { seedCustomers } from './seed-customers.ts'
import { seedHistory } from './seed-history.ts'
import { seedMail } from './seed-mail.ts'
import { seedPeople } from './seed-people.ts'
import { seedTalk } from './seed-talk.ts'
import type { Login, World } from './world.ts'

/**
 * Fills an empty database with Harbour Home Services of Sydney: everything follows from `now`
 * (epoch ms) alone, except the passwords, which are drawn anew and returned for printing once.
 * All or nothing, in one transaction; history is written as it would have been, without hooks.
 * @throws {Error} when the database has bookings or customers already
 */
export const seedDemo = async ({
  payload,
  now,
  log,
  password,
  keep = () => undefined,
}: {
  payload: Payload
  now: number
  log: (line: string) => void
  /** One password for every login, for tests. Default: one drawn for each. */
  password?: string
  /** Is given the logins before anything is there for good, so that none is ever unknown. */
  keep?: (logins: Login[]) => void
}): Promise<Login[]> => {
  const req = await createLocalReq({ context: { channel: 'seed', actor: seeder } }, payload)
  const world = await inTransaction(req, async () => {
    await assertEmpty(payload, req)
    const world = createWorld({ payload, req, now })
    const roles = await seedCompany(world)
    await seedCatalogue(world)
    log(`${world.services.size} services in ${world.areas.size} areas`)
    await seedPeople(world, { roles, password })
    await seedAbsences(world)
    await seedCustomers(world, { password })
    log(`${world.people.length} fieldworkers, ${world.customers.length} customers`)
    const bookings = await seedBookings(world)
    await seedHistory(world)
    await seedTalk(world, bookings)
    await seedMail(world, bookings)
    log(`${bookings.length} bookings around today`)
    await setPasswords(world)
    keep(loginsOf(world))
    return world
  })
  return loginsOf(world)
}

const loginsOf = ({ logins }: World): Login[] =>
  logins.map(({ collection: _collection, id: _id, ...login }) => login)

const seeder = { kind: 'system', name: 'Fieldbook', permissions: new Set<never>() }

const assertEmpty = async (payload: Payload, req: World['req']): Promise<void> => {
  for (const collection of ['bookings', 'customers', 'fieldworkers'] as const) {
    const { totalDocs } = await payload.count({ collection, overrideAccess: true, req })
    if (totalDocs > 0) throw new Error(`The demo needs an empty database; it has ${collection}.`)
  }
}

/** Logins that share a password share its hash: hashing is slow by design. */
const setPasswords = async ({ payload, req, logins }: World): Promise<void> => {
  const sharing = Map.groupBy(logins, ({ password }) => password)
  for (const [first, ...others] of sharing.values()) {
    if (!first) continue
    const { collection, id, password } = first
    await payload.update({
      collection,
      id,
      data: { password },
      depth: 0,
      overrideAccess: true,
      req,
    })
    await sharePassword(req, { from: first, to: others })
  }
}
