import type { PayloadRequest } from 'payload'
import { actorOf } from '../../access/actor.ts'
import { asCommand } from '../../access/command.ts'
import type { Command } from '../../contracts/bookings/command.ts'
import { inTransaction } from '../../database/in-transaction.ts'
import type { CommandName } from '../../domain/bookings/commands.ts'
import { DomainError } from '../../domain/domain-error.ts'
import type { Appointment } from '../../payload-types.ts'

/**
 * Saves a change of a visit as a named command of the caller; rows, fields and transitions are
 * checked as for any other save.
 * @throws {DomainError} transition-refused, not-allowed, slot-taken, invalid-input, not-found
 */
export const commandVisit = async (
  req: PayloadRequest,
  change: { id: string; data: Partial<Appointment>; command: Command & { name: CommandName } },
): Promise<Appointment> => {
  const { id, data, command } = change
  if ((await actorOf(req)).kind === 'anonymous') {
    throw new DomainError('not-signed-in', 'Sign in first.')
  }
  return inTransaction(req, () =>
    asCommand(req, command.name, () =>
      req.payload.update({
        collection: 'appointments',
        id,
        data: { ...data, command } as never,
        depth: 0,
        req,
        overrideAccess: false,
      }),
    ),
  )
}
