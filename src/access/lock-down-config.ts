import type {
  Access,
  CollectionBeforeOperationHook,
  Endpoint,
  PayloadRequest,
  SanitizedCollectionConfig,
  SanitizedConfig,
  Where,
} from 'payload'
import { DomainError } from '../domain/domain-error.ts'
import { actorOf } from './actor.ts'
import { guardOperations } from './queries/check-operation.ts'
import { honourIdempotencyKeys } from './idempotent-creates.ts'
import { guardEndpoints } from './queries/guard-endpoints.ts'

type Operation = 'create' | 'delete' | 'read' | 'update'

const nobody: Access = () => false

const staffOnly: Access = async ({ req }) => (await actorOf(req)).kind === 'staff'

const staffOwn: Access = async ({ req }) => {
  if ((await actorOf(req)).kind !== 'staff' || !req.user) return false
  const own: Where = { 'user.value': { equals: req.user.id } }
  return own
}

const opened: Record<string, Partial<Record<Operation, Access>>> = {
  'payload-locked-documents': { read: staffOnly, update: staffOnly, delete: staffOnly },
  'payload-preferences': { create: staffOnly, read: staffOwn, update: staffOwn, delete: staffOwn },
}

const refuseByFilter: CollectionBeforeOperationHook = ({ args, operation, overrideAccess }) => {
  const isWrite = operation === 'update' || operation === 'delete'
  if (!isWrite || overrideAccess === true || 'id' in args) return args
  throw new DomainError('not-allowed', 'Change these records one at a time.')
}

/** Versions are off everywhere, and the framework's endpoints for them fail without any. */
const isOfVersions = ({ path }: Endpoint): boolean => path.startsWith('/versions')

/**
 * The framework's own makes an account for whoever comes first (`npm run setup` makes ours), and
 * writes one back for whoever says that its address is theirs, which nobody is asked here.
 */
const isOfStrangers = ({ path }: Endpoint): boolean =>
  path === '/first-register' || path === '/verify/:id'

const isOfCopies = ({ path }: Endpoint): boolean => path.endsWith('/duplicate')

const hasPreference = async (req: PayloadRequest): Promise<boolean> => {
  const key = { key: { equals: req.routeParams?.['key'] } }
  const where = { and: [key, { 'user.value': { equals: req.user?.id } }] }
  return Boolean(await req.payload.db.findOne({ collection: 'payload-preferences', req, where }))
}

/** The framework fails on removing a preference that is not there. */
const forStaff = (endpoint: Endpoint): Endpoint => ({
  ...endpoint,
  handler: async (req) => {
    if ((await actorOf(req)).kind !== 'staff') {
      throw new DomainError('not-allowed', 'Only staff keep preferences here.')
    }
    if (endpoint.method === 'delete' && !(await hasPreference(req))) {
      throw new DomainError('not-found', 'There is no such preference.')
    }
    return endpoint.handler(req)
  },
})

const closeFrameworkCollection = (collection: SanitizedCollectionConfig): void => {
  const { slug, access, endpoints, hooks } = collection
  const closed = { create: nobody, read: nobody, update: nobody, delete: nobody }
  Object.assign(access, closed, { readVersions: nobody, unlock: nobody }, opened[slug])
  hooks.beforeOperation.push(refuseByFilter)
  collection.disableDuplicate = true
  if (!endpoints) return
  const kept = endpoints.filter((endpoint) => !isOfCopies(endpoint))
  collection.endpoints = slug === 'payload-preferences' ? kept.map(forStaff) : kept
}

/**
 * Closes what the framework adds once all plugins have run: each `payload-*` collection is shut,
 * except the preferences of staff and their sight of who else has a document open; every query is
 * read by the schema before it runs.
 * @throws {Error} for a collection or global that states no access of its own
 */
export const lockDownConfig = (config: SanitizedConfig): SanitizedConfig => {
  for (const collection of config.collections) {
    const { slug, custom, endpoints } = collection
    if (endpoints) {
      collection.endpoints = endpoints.filter(
        (endpoint) => !isOfVersions(endpoint) && !isOfStrangers(endpoint),
      )
    }
    if (slug.startsWith('payload-')) closeFrameworkCollection(collection)
    else if (custom?.['isSecured'] !== true) {
      throw new Error(`Collection ${slug} does not state its access: make it with secured().`)
    }
  }
  for (const global of config.globals) {
    const { slug, custom, endpoints } = global
    if (endpoints) global.endpoints = endpoints.filter((endpoint) => !isOfVersions(endpoint))
    if (custom?.['isSecured'] === true) continue
    throw new Error(`Global ${slug} does not state its access: make it with securedGlobal().`)
  }
  guardOperations(config)
  guardEndpoints(config)
  honourIdempotencyKeys(config)
  return config
}
