import { type Actor, may } from '../../access/actor.ts'
import type { Claim } from './claim-time.ts'

const works = new Set<Actor['kind']>(['staff', 'api-key', 'system'])

/** How freely an actor may take a person's time. */
export const latitudeOf = (actor: Actor): Claim['latitude'] => {
  if (may(actor, 'booking.overbook')) return 'absences'
  return works.has(actor.kind) ? 'hours' : 'none'
}
