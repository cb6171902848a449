import type { Payload, PayloadRequest } from 'payload'
import { createRandom } from './random.ts'
import type { World } from './world.ts'

/** The same number gives the same company; any other one gives another. */
const seedNumber = 20_260_401

/** An empty world that writes in the request's transaction. */
export const createWorld = (input: {
  payload: Payload
  req: PayloadRequest
  now: number
}): World => {
  const { payload, req, now } = input
  const random = createRandom(seedNumber)
  return {
    ...input,
    random,
    add: async (collection, { id = random.uuid(), ...data }: { id?: string }) => {
      const created = { createdAt: new Date(now).toISOString(), ...data }
      await payload.db.create({
        collection,
        customID: id,
        data: { updatedAt: new Date(now).toISOString(), ...created },
        req,
        returning: false,
      })
      return id
    },
    locations: new Map(),
    areas: new Map(),
    skills: new Map(),
    labels: [],
    services: new Map(),
    people: [],
    staff: [],
    customers: [],
    logins: [],
    history: [],
  }
}
