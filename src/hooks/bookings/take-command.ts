import type { CollectionBeforeOperationHook } from 'payload'
import { inWords } from '../../contracts/in-words.ts'
import { commandSchema } from '../../contracts/bookings/command.ts'
import { actorOf } from '../../access/actor.ts'
import { assertMayCommand } from '../../domain/bookings/commands.ts'

/**
 * Reads the virtual `command` field, drops what its sender may not say and refuses a command that
 * is not theirs, whichever door it comes through.
 * @throws {DomainError} invalid-input, not-signed-in, not-allowed
 */
export const takeCommand: CollectionBeforeOperationHook = async ({
  args,
  collection,
  operation,
  overrideAccess,
  req,
}) => {
  if (operation !== 'create' && operation !== 'update') return args
  const { data } = args as { data?: { command?: unknown } }
  if (!data?.command) return args
  const { as, overrode, ...command } = commandSchema.parse(data.command, inWords)
  const own = { ...(as && { as }), ...(overrode && { overrode }) }
  const trusted = overrideAccess === true ? { ...command, ...own } : command
  const isOfTheRules = overrideAccess === true && as !== undefined
  if (command.name && !isOfTheRules) {
    assertMayCommand(await actorOf(req), command.name, collection.slug)
  }
  return { ...args, data: { ...data, command: trusted } }
}
