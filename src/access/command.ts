import type { PayloadRequest } from 'payload'
import { assertMayCommand, type CommandName } from '../domain/bookings/commands.ts'
import { actorOf } from './actor.ts'

/** The named command that is running, such as `cancel-booking`; undefined for a plain save. */
export const commandOf = (req: PayloadRequest): CommandName | undefined =>
  req.context?.command as CommandName | undefined

/**
 * Runs `fn` as a named command of somebody whom the table of commands lists for it. Row filters and
 * the guards stay in force; fields that the caller may set through the command alone become
 * writable, and the history names it.
 * @throws {DomainError} not-signed-in, not-allowed
 */
export const asCommand = async <Result>(
  req: PayloadRequest,
  command: CommandName,
  fn: () => Promise<Result>,
): Promise<Result> => {
  assertMayCommand(await actorOf(req), command)
  const before = req.context
  req.context = { ...before, command }
  try {
    return await fn()
  } finally {
    req.context = before
  }
}
