import type { CollectionBeforeOperationHook, PayloadRequest } from 'payload'
import { actorOf, may } from '../../access/actor.ts'
import { isRoleEditorLeft } from '../../database/people/role-editors.ts'
import { DomainError } from '../../domain/domain-error.ts'
import { assertEditorLeft, assertWithinOwn } from '../../domain/people/granting.ts'
import { idOf } from '../../domain/id-of.ts'
import { flagsOfRole } from './flags-of-role.ts'

type User = { id: string; active?: boolean | null } & Record<string, unknown>
type Change = Record<string, unknown>

/** What decides who gets in as this account, and what they may then do. */
const decisive = ['email', 'role', 'kind', 'fieldworker', 'active'] as const
/** What nobody changes of their own account; its e-mail address is left to those who edit users. */
const notOwn = new Set<string>(['role', 'kind', 'fieldworker', 'active'])

const plain = (value: unknown) => idOf(value) ?? value ?? null

const changedIn = (change: Change, stored: User): string[] =>
  decisive.filter((field) => field in change && plain(change[field]) !== plain(stored[field]))

const read = (req: PayloadRequest, id: unknown) =>
  req.payload.db.findOne<User>({ collection: 'users', req, where: { id: { equals: id } } })

/** @throws {DomainError} not-allowed */
const assertNotOwn = (fields: string[]) => {
  const field = fields.find((each) => notOwn.has(each))
  if (!field) return
  const message = 'You can’t change this on your own account. Ask another administrator.'
  throw new DomainError('not-allowed', message, { field })
}

const losesEditor = (change: Change | null, changed: string[]) =>
  change === null || changed.some((field) => ['role', 'kind', 'active'].includes(field))

/**
 * Guard: whoever edits users gives no role beyond their own, touches no account that may do more
 * than they do, and changes neither their own role nor that of the last who can edit roles.
 * @throws {DomainError} not-allowed, last-role-editor
 */
export const guardUserRights: CollectionBeforeOperationHook = async ({
  args,
  operation,
  overrideAccess,
  req,
}) => {
  if (overrideAccess === true || !['create', 'update', 'delete'].includes(operation)) return args
  const { id, data } = args as { id?: unknown; data?: Change }
  const actor = await actorOf(req)
  const change = operation === 'delete' ? null : (data ?? {})
  const stored = operation === 'create' ? null : await read(req, id)
  if (stored) {
    const changed = change ? changedIn(change, stored) : [...decisive]
    if (changed.length === 0) return args
    if (actor.collection === 'users' && actor.id === stored.id) assertNotOwn(changed)
    if (!may(actor, 'users.edit')) return args
    const flags = await flagsOfRole(req, stored['role'])
    assertWithinOwn(actor.permissions, flags, changed[0] ?? 'role')
    if (flags.includes('roles.edit') && losesEditor(change, changed)) {
      assertEditorLeft(await isRoleEditorLeft(req, { user: stored.id }))
    }
  }
  if (change?.['role'] && may(actor, 'users.edit')) {
    assertWithinOwn(actor.permissions, await flagsOfRole(req, change['role']), 'role')
  }
  return args
}
