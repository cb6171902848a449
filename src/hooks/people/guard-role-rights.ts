import type { CollectionBeforeOperationHook } from 'payload'
import { actorOf, may } from '../../access/actor.ts'
import { isRoleEditorLeft } from '../../database/people/role-editors.ts'
import { assertEditorLeft, assertWithinOwn } from '../../domain/people/granting.ts'
import { flagsOfRole } from './flags-of-role.ts'

/**
 * Guard: nobody puts a flag into a role that they do not have, and the last role that lets somebody
 * edit roles keeps doing so.
 * @throws {DomainError} not-allowed, last-role-editor
 */
export const guardRoleRights: CollectionBeforeOperationHook = async ({
  args,
  operation,
  overrideAccess,
  req,
}) => {
  if (operation !== 'create' && operation !== 'update') return args
  const { id, data } = args as { id?: unknown; data?: { permissions?: string[] | null } }
  if (!data || data.permissions === undefined) return args
  const given = [data.permissions ?? []].flat()
  const stored: string[] = operation === 'update' ? await flagsOfRole(req, id) : []
  if (overrideAccess !== true) {
    const actor = await actorOf(req)
    if (!may(actor, 'roles.edit')) return args
    const added = given.filter((flag) => !stored.includes(flag))
    assertWithinOwn(actor.permissions, added, 'permissions')
  }
  if (stored.includes('roles.edit') && !given.includes('roles.edit')) {
    assertEditorLeft(await isRoleEditorLeft(req, { role: String(id) }))
  }
  return args
}
