import { createLocalReq, type Payload } from 'payload'
import { inTransaction } from '../database/in-transaction.ts'
import { sharePassword } from '../database/share-password.ts'
import { createWorld } from './create-world.ts'
import { seedAbsences } from './seed-absences.ts'
import { seedBookings } from './seed-bookings.ts'
import { seedCatalogue } from './seed-catalogue.ts'
import { seedCompany } from './seed-company.ts'
import { seedCustomers } from './seed-customers.ts'
import { seedHistory } from './seed-history.ts'
import { seedPeople } from './seed-people.ts'
import { seedTalk } from './seed-talk.ts'
import type { Login, World } from './world.ts'

/**
 * Fills an empty database with Harbour Home Services of Sydney: everything follows from `now`
 * (epoch ms) alone, except the passwords, which are drawn anew and returned for printing once.
 * All or nothing, in one transaction, and then the passwords; history is written as it would have
 * been, without hooks.
 * @throws {Error} when the database has bookings or customers already
 */
export const seedDemo = async ({
  payload,
  now,
  log,
  password,
}: {
  payload: Payload
  now: number
  log: (line: string) => void
  /** One password for every login, for tests. Default: one drawn for each. */
  password?: string
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
    log(`${bookings.length} bookings around today`)
    return world
  })
  // Side by side and each on a connection of its own; what is printed is what is set.
  await setPasswords(world)
  return world.logins.map(({ collection: _collection, id: _id, ...login }) => login)
}

const seeder = { kind: 'system', name: 'Fieldbook', permissions: new Set<never>() }

const assertEmpty = async (payload: Payload, req: World['req']): Promise<void> => {
  for (const collection of ['bookings', 'customers', 'fieldworkers'] as const) {
    const { totalDocs } = await payload.count({ collection, overrideAccess: true, req })
    if (totalDocs > 0) throw new Error(`The demo needs an empty database; it has ${collection}.`)
  }
}

/** Logins that share a password share its hash: hashing is slow by design. */
const setPasswords = async ({ payload, logins }: World): Promise<void> => {
  const sharing = Map.groupBy(logins, ({ password }) => password)
  await Promise.all(
    [...sharing.values()].map(async ([first, ...others]) => {
      if (!first) return
      const { collection, id, password } = first
      const req = await createLocalReq({ context: { channel: 'seed', actor: seeder } }, payload)
      await payload.update({
        collection,
        id,
        data: { password },
        depth: 0,
        overrideAccess: true,
        req,
      })
      await sharePassword(req, { from: first, to: others })
    }),
  )
}
