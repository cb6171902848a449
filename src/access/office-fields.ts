import type { Field, FieldAccess } from 'payload'
import { mayCommand } from '../domain/bookings/commands.ts'
import { actorOf } from './actor.ts'
import { commandOf } from './command.ts'

const officeOrCommand: FieldAccess = async ({ req }) => {
  const actor = await actorOf(req)
  const command = commandOf(req)
  if (command && mayCommand(actor, command)) return true
  return actor.kind === 'staff' || actor.kind === 'api-key' || actor.kind === 'system'
}

/**
 * The fields with writing kept to the office: customers and fieldworkers set those in
 * `selfService` by a plain save, and the others only through a command.
 */
export const officeFields = (fields: Field[], selfService: readonly string[]): Field[] =>
  fields.map((field) => {
    if (field.type === 'tabs') {
      const tabs = field.tabs.map((tab) => ({
        ...tab,
        fields: officeFields(tab.fields, selfService),
      }))
      return { ...field, tabs } as Field
    }
    if (field.type === 'row' || field.type === 'collapsible') {
      return { ...field, fields: officeFields(field.fields, selfService) }
    }
    if (!('name' in field) || !field.name || field.type === 'ui' || field.type === 'join') {
      return field
    }
    if (selfService.includes(field.name)) return field
    const access = 'access' in field ? field.access : undefined
    return {
      ...field,
      access: { create: officeOrCommand, update: officeOrCommand, ...access },
    } as Field
  })
