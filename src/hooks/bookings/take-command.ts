import type { CollectionBeforeOperationHook } from 'payload'
import { commandSchema } from '../../contracts/bookings/command.ts'

/** Reads the virtual `command` field and drops what its sender may not say. */
export const takeCommand: CollectionBeforeOperationHook = ({ args, operation, overrideAccess }) => {
  if (operation !== 'create' && operation !== 'update') return args
  const { data } = args as { data?: { command?: unknown } }
  if (!data?.command) return args
  const { as, overrode, ...command } = commandSchema.parse(data.command)
  const own = { ...(as && { as }), ...(overrode && { overrode }) }
  const trusted = overrideAccess === true ? { ...command, ...own } : command
  return { ...args, data: { ...data, command: trusted } }
}
