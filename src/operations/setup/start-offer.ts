import type { PayloadRequest } from 'payload'
import { actorOf, may } from '../../access/actor.ts'
import { referenceOf } from '../../database/scheduling/reference-cache.ts'
import { demoSince } from '../../database/setup/demo-since.ts'

/** Why the caller is offered to set the company up: it is empty, or the demo; null for any other. */
export const startOffer = async (req: PayloadRequest): Promise<'demo' | 'empty' | null> => {
  if (!may(await actorOf(req), 'roles.edit')) return null
  const { services, people } = await referenceOf(req)
  if (services.length === 0 && people.length === 0) return 'empty'
  return (await demoSince(req)) ? 'demo' : null
}
