import { type Endpoint, Forbidden, type PayloadRequest, type SanitizedConfig } from 'payload'
import { DomainError } from '../../domain/domain-error.ts'
import { actorOf } from '../actor.ts'
import { QueryRefusal } from './query-refusal.ts'
import { checkNames, checkSegments, parametersOf, readQuery } from './read-query.ts'

type Collection = SanitizedConfig['collections'][number]
type Global = SanitizedConfig['globals'][number]
type Entity = Collection | Global

const namesFor = ({ method, path }: Endpoint, isGlobal: boolean): readonly string[] | null => {
  if (method !== 'get') return null
  if (path === '/') return isGlobal ? parametersOf.global : parametersOf.list
  if (path === '/count') return parametersOf.count
  return path === '/:id' ? parametersOf.record : null
}

/** A caller who may read no record here learns nothing about its fields either. */
const assertMayRead = async (req: PayloadRequest, { access }: Entity): Promise<void> => {
  if ((await access.read({ req })) === false) throw new Forbidden(req.t)
}

const readingItsQuery = (endpoint: Endpoint, entity: Entity, isGlobal: boolean): Endpoint => ({
  ...endpoint,
  handler: async (req) => {
    const query = (req.query ?? {}) as Record<string, unknown>
    const names = namesFor(endpoint, isGlobal)
    try {
      checkSegments(req.searchParams)
      if (names) checkNames(query, names)
      const subject = { fields: entity.flattenedFields, payload: req.payload }
      req.query = readQuery(query, subject) as typeof req.query
    } catch (refusal) {
      if (refusal instanceof QueryRefusal) await assertMayRead(req, entity)
      throw refusal
    }
    return endpoint.handler(req)
  },
})

const assertIsVisible = async (req: PayloadRequest, { slug }: Collection): Promise<void> => {
  const { id } = req.routeParams ?? {}
  if (id === undefined) return
  const { totalDocs } = await req.payload.count({
    collection: slug,
    where: { id: { equals: id } },
    trash: true,
    overrideAccess: false,
    req,
  })
  if (totalDocs === 0) throw new DomainError('not-found', 'There is no such record.')
}

/**
 * The panel asks what its user may do. The answer describes the schema, so only staff get it, and
 * a record that they may not read is answered like one that does not exist.
 */
export const forThePanel = (endpoint: Endpoint, collection?: Collection): Endpoint => ({
  ...endpoint,
  handler: async (req) => {
    const { kind } = await actorOf(req)
    if (kind === 'anonymous') {
      throw new DomainError('not-signed-in', 'Please sign in.')
    }
    if (kind !== 'staff') {
      throw new DomainError('not-allowed', 'Only staff may ask for permissions.')
    }
    if (collection) await assertIsVisible(req, collection)
    return endpoint.handler(req)
  },
})

const isOfPermissions = ({ path }: Endpoint): boolean =>
  path === '/access' || path === '/access/:id?'

const guarded = (entity: Entity, isGlobal: boolean): void => {
  if (!entity.endpoints) return
  entity.endpoints = entity.endpoints.map((endpoint) => {
    const reading = readingItsQuery(endpoint, entity, isGlobal)
    if (!isOfPermissions(endpoint)) return reading
    return forThePanel(reading, isGlobal ? undefined : (entity as Collection))
  })
}

/** Checks the query of every endpoint of collections and globals against the schema before it runs. */
export const guardEndpoints = (config: SanitizedConfig): void => {
  for (const collection of config.collections) guarded(collection, false)
  for (const global of config.globals) guarded(global, true)
  const endpoints = config.endpoints.map((endpoint) =>
    isOfPermissions(endpoint) ? forThePanel(endpoint) : endpoint,
  )
  Object.assign(config, { endpoints })
}
