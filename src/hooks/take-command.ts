import type { CollectionBeforeOperationHook } from 'payload'
import { type Command, commandSchema } from '../contracts/command.ts'

/** The command that came with a change; empty for a plain save. */
export const commandIn = (data: unknown): Command =>
  ((data as { command?: Command | null } | undefined)?.command ?? {}) as Command

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
