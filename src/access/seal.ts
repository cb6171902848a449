import type { Access, SanitizedConfig, Where } from 'payload'
import { actorOf } from './actor.ts'

type Operation = 'create' | 'delete' | 'read' | 'update'

const nobody: Access = () => false

const staffOnly: Access = async ({ req }) => (await actorOf(req)).kind === 'staff'

const staffOwn: Access = async ({ req }) => {
  if ((await actorOf(req)).kind !== 'staff' || !req.user) return false
  const own: Where = {
    and: [
      { 'user.value': { equals: req.user.id } },
      { 'user.relationTo': { equals: req.user.collection } },
    ],
  }
  return own
}

const opened: Record<string, Partial<Record<Operation, Access>>> = {
  'payload-locked-documents': { read: staffOnly, update: staffOnly, delete: staffOnly },
  'payload-preferences': { create: staffOnly, read: staffOwn, update: staffOwn, delete: staffOwn },
}

/**
 * Closes what the framework adds once all plugins have run: each `payload-*` collection is shut,
 * except the preferences of staff and their sight of who else has a document open.
 * @throws {Error} for a collection or global that states no access of its own
 */
export const seal = (config: SanitizedConfig): SanitizedConfig => {
  for (const collection of config.collections) {
    const { slug, access } = collection
    if (slug.startsWith('payload-')) {
      const closed = { create: nobody, read: nobody, update: nobody, delete: nobody }
      Object.assign(access, closed, { readVersions: nobody, unlock: nobody }, opened[slug])
      continue
    }
    if (collection.custom?.['isSecured'] !== true) {
      throw new Error(`Collection ${slug} does not state its access: make it with secured().`)
    }
  }
  for (const { slug, custom } of config.globals) {
    if (custom?.['isSecured'] === true) continue
    throw new Error(`Global ${slug} does not state its access: make it with securedGlobal().`)
  }
  return config
}
