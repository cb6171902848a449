import type { PayloadRequest } from 'payload'
import { actorOf, may } from '../../../access/actor.ts'
import type { AuditEvent, Role } from '../../../payload-types.ts'
import { permissionGroups } from '../permission-groups.ts'

export type RoleChange = {
  id: string
  at: string
  by: string
  /** Permissions given and taken, as sentences. */
  given: string[]
  taken: string[]
  /** Other fields that changed, such as the name. */
  others: string[]
}

export type RoleRow = Role & { people: number }

const sentenceOf = (flag: string): string =>
  permissionGroups()
    .flatMap(({ flags }) => flags)
    .find((one) => one.flag === flag)?.sentence ?? flag

const flagsIn = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : [])

const changeOf = ({ id, at, actorName, changes }: AuditEvent): RoleChange => {
  const fields = (changes ?? {}) as Record<string, [unknown, unknown] | undefined>
  const [before, after] = (fields['permissions'] ?? []).map(flagsIn)
  const words = (flags: string[] = [], without: string[] = []) =>
    flags.filter((flag) => !without.includes(flag)).map(sentenceOf)
  return {
    id,
    at,
    by: actorName ?? 'Fieldbook',
    given: words(after, before),
    taken: words(before, after),
    others: Object.keys(fields).filter((field) => field === 'name' || field === 'description'),
  }
}

/** The latest changes of a role, for those who may read the history. */
export const loadRoleChanges = async (req: PayloadRequest, id: string): Promise<RoleChange[]> => {
  if (!may(await actorOf(req), 'audit.view')) return []
  const { docs } = await req.payload.find({
    collection: 'audit-events',
    where: { subjectType: { equals: 'roles' }, subjectId: { equals: id } },
    sort: '-at',
    limit: 10,
    ...{ depth: 0, pagination: false, overrideAccess: false, req },
  })
  return docs.map(changeOf)
}

/** The roles, each with how many accounts have it. */
export const loadRoles = async (req: PayloadRequest): Promise<RoleRow[]> => {
  const mine = { pagination: false, depth: 0, overrideAccess: false, req } as const
  const [roles, users] = await Promise.all([
    req.payload.find({ collection: 'roles', sort: 'createdAt', ...mine }),
    req.payload.find({
      collection: 'users',
      where: { active: { equals: true } },
      select: { role: true },
      ...mine,
    }),
  ])
  return roles.docs.map((role) => ({
    ...role,
    people: users.docs.filter((user) => user.role === role.id).length,
  }))
}
