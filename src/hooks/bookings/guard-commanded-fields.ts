import type { CollectionBeforeChangeHook } from 'payload'
import type { Actor } from '../../access/actor.ts'
import { DomainError } from '../../domain/domain-error.ts'
import { actingIn } from '../../steps/bookings/acting-in.ts'
import { changedFields } from '../../steps/records/changed-fields.ts'
import { commandIn } from '../../steps/bookings/command-in.ts'

/** Which commands may change a field; none for what the rules alone derive. */
export type CommandedFields = Record<string, readonly string[]>

const isCommanded = (field: string, fields: CommandedFields) =>
  fields[field] ?? fields[field.split('.')[0] as string]

const refuse = (field: string, commands: readonly string[]) => {
  const hint =
    commands.length > 0
      ? `Use the command ${commands.join(' or ')} to change it.`
      : 'It follows from other fields.'
  throw new DomainError('command-needed', `This field cannot be edited. ${hint}`, {
    field,
  })
}

/**
 * Guard: refuses a plain edit of fields that only a command or the rules may change.
 * @throws {DomainError} command-needed
 */
export const guardCommandedFields =
  (fields: CommandedFields): CollectionBeforeChangeHook =>
  async ({ collection, data, operation, originalDoc, req }) => {
    if (operation !== 'update') return data
    const command = commandIn(data)
    const actor: Actor = await actingIn(req, command)
    if (actor.kind === 'system') return data
    const changes = changedFields({
      fields: collection.flattenedFields,
      before: originalDoc ?? {},
      after: data,
    })
    for (const field of Object.keys(changes)) {
      const commands = isCommanded(field, fields)
      if (commands && !commands.includes(command.name ?? '')) refuse(field, commands)
    }
    return data
  }
