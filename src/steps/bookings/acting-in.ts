import type { PayloadRequest } from 'payload'
import { type Actor, actorOf } from '../../access/actor.ts'
import type { Command } from '../../contracts/bookings/command.ts'

const system: Actor = { kind: 'system', name: 'Fieldbook', permissions: new Set() }

/** Who acts in a change: the rules themselves where the command says so, else the caller. */
export const actingIn = (req: PayloadRequest, command: Command): Promise<Actor> =>
  command.as === 'system' ? Promise.resolve(system) : actorOf(req)
