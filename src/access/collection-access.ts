import type { Access, CollectionConfig, PayloadRequest } from 'payload'
import { type Actor, actorOf } from './actor.ts'
import { type ScopedEndpoint, withKeyScopes } from './key-scopes.ts'
import { officeFields } from './office-fields.ts'
import { type RowsByActor, rowsFor } from './rows.ts'

/** Every operation is stated; `none` closes one to every door. */
export type StatedAccess = {
  create: 'none' | RowsByActor
  read: 'none' | RowsByActor
  update: 'none' | RowsByActor
  delete: 'none' | RowsByActor
}

type SecuredCollection = Omit<CollectionConfig, 'access' | 'endpoints'> & {
  access: StatedAccess
  endpoints?: ScopedEndpoint[]
  /** Top-level fields that customers and fieldworkers may set by a plain save. */
  selfService?: readonly string[]
}

const inScope = (actor: Actor, slug: string, operation: string): boolean => {
  if (actor.kind !== 'api-key') return true
  return actor.scopes?.includes(`${slug}:${operation === 'read' ? 'read' : 'write'}`) === true
}

const accessTo = (slug: string, operation: string, by: 'none' | RowsByActor): Access => {
  if (by === 'none') return () => false
  return async ({ req }: { req: PayloadRequest }) =>
    inScope(await actorOf(req), slug, operation) && rowsFor(req, by)
}

/**
 * A collection that is closed except for what it states: no default of the framework is relied
 * on, an API key needs the collection's scope on top of its role, and nobody outside the office
 * writes a field that is not theirs except through a command.
 */
export const secured = ({
  access,
  selfService,
  ...config
}: SecuredCollection): CollectionConfig => ({
  ...config,
  endpoints: (config.endpoints ?? []).map(withKeyScopes),
  versions: false,
  disableBulkEdit: true,
  custom: { ...config.custom, isSecured: true },
  access: {
    create: accessTo(config.slug, 'create', access.create),
    read: accessTo(config.slug, 'read', access.read),
    update: accessTo(config.slug, 'update', access.update),
    delete: accessTo(config.slug, 'delete', access.delete),
    readVersions: () => false,
    unlock: accessTo(config.slug, 'update', config.auth ? { office: 'users.edit' } : 'none'),
    admin: async ({ req }) => (await actorOf(req)).kind === 'staff',
  },
  fields: officeFields(config.fields, selfService ?? []),
})

/** Access of a collection that only the product's own statements write and nobody reads. */
export const closed: StatedAccess = { create: 'none', read: 'none', update: 'none', delete: 'none' }
