import type { CollectionBeforeChangeHook } from 'payload'
import type { Actor } from '../../access/actor.ts'
import { commandsWriting } from '../../domain/bookings/command-facts.ts'
import type { Commanded } from '../../domain/bookings/commands.ts'
import { DomainError } from '../../domain/domain-error.ts'
import { actingIn } from '../../steps/bookings/acting-in.ts'
import { changedFields } from '../../steps/records/changed-fields.ts'
import { commandIn } from '../../steps/bookings/command-in.ts'

/** The commands that may change a field, none where the rules alone do; undefined for plain ones. */
const commandsFor = (of: Commanded, field: string, derived: readonly string[]) => {
  const name = field.split('.')[0] ?? field
  const commands = commandsWriting(of, name)
  return commands.length > 0 || derived.includes(name) ? commands : undefined
}

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
 * Guard: refuses a plain edit of fields that only a command or the rules may change;
 * `derived` are those that follow from others.
 * @throws {DomainError} command-needed
 */
export const guardCommandedFields =
  (of: Commanded, derived: readonly string[]): CollectionBeforeChangeHook =>
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
      const commands = commandsFor(of, field, derived)
      if (commands && !commands.includes(command.name ?? '')) refuse(field, commands)
    }
    return data
  }
