import { isOffice } from '../../domain/bookings/office.ts'
import type { CollectionBeforeChangeHook } from 'payload'
import { may } from '../../access/actor.ts'
import { DomainError } from '../../domain/domain-error.ts'
import type { Permission } from '../../domain/people/permissions.ts'
import { actingIn } from '../../steps/bookings/acting-in.ts'
import { changedFields } from '../../steps/records/changed-fields.ts'
import { commandIn } from '../../steps/bookings/command-in.ts'

/**
 * Guard: staff need the flag to change fields that no lifecycle or command guards.
 * @throws {DomainError} not-allowed
 */
export const guardEdit =
  ({ except, permission }: { except: readonly string[]; permission: Permission }) =>
  async ({
    collection,
    data,
    operation,
    originalDoc,
    req,
  }: Parameters<CollectionBeforeChangeHook>[0]) => {
    if (operation !== 'update') return data
    const actor = await actingIn(req, commandIn(data))
    if (!isOffice(actor)) return data
    const fields = collection.flattenedFields
    const changes = changedFields({ fields, before: originalDoc ?? {}, after: data })
    const plain = Object.keys(changes).filter(
      (field) => !except.includes(field.split('.')[0] ?? ''),
    )
    if (plain.length === 0 || may(actor, permission)) return data
    throw new DomainError('not-allowed', 'Your role may not edit this.', {
      ...(plain[0] && { field: plain[0] }),
    })
  }
