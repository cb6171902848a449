import type { CollectionSlug, FlattenedField, PayloadRequest } from 'payload'
import type { AuditEvent } from '../../../payload-types.ts'
import { momentIn } from '../../ui/zoned-time.ts'

/** The field that a change is about; members of a group are named `group.member`. */
export const fieldOf = (
  req: PayloadRequest,
  subjectType: string,
  path: string,
): FlattenedField | undefined => {
  let fields = req.payload.collections[subjectType as CollectionSlug]?.config.flattenedFields ?? []
  let found: FlattenedField | undefined
  for (const name of path.split('.')) {
    found = fields.find((field) => field.name === name)
    fields = found && 'flattenedFields' in found ? found.flattenedFields : []
  }
  return found
}

/** The collection that a field's values are ids of; null for any other field. */
export const relationOf = (field: FlattenedField | undefined): string | null =>
  (field?.type === 'relationship' || field?.type === 'upload') &&
  typeof field.relationTo === 'string'
    ? field.relationTo
    : null

export const changesOf = (event: AuditEvent): [path: string, before: unknown, after: unknown][] =>
  Object.entries((event.changes ?? {}) as Record<string, unknown>).flatMap(([path, pair]) =>
    Array.isArray(pair) ? [[path, pair[0], pair[1]] as [string, unknown, unknown]] : [],
  )

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

const idsIn = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).filter(
    (id): id is string => typeof id === 'string' && uuid.test(id),
  )

const wanted = (req: PayloadRequest, events: AuditEvent[]): Map<string, Set<string>> => {
  const ids = new Map<string, Set<string>>()
  const add = (slug: string, some: string[]) =>
    ids.set(slug, new Set([...(ids.get(slug) ?? []), ...some]))
  for (const event of events) {
    add('fieldworkers', idsIn(event.onBehalfOf))
    for (const [path, before, after] of changesOf(event)) {
      const slug = relationOf(fieldOf(req, event.subjectType, path))
      if (slug) add(slug, [...idsIn(before), ...idsIn(after)])
    }
  }
  return ids
}

/** What the records are called that a history mentions, as far as its reader may see them. */
export const namesIn = (
  req: PayloadRequest,
  events: AuditEvent[],
  zone: string,
): Promise<Map<string, string>> => titlesOf(req, wanted(req, events), zone)

/** What records are called, by collection and id, as far as the reader may see them. */
export const titlesOf = async (
  req: PayloadRequest,
  idsOfSlug: ReadonlyMap<string, ReadonlySet<string>>,
  zone: string,
): Promise<Map<string, string>> => {
  const names = new Map<string, string>()
  for (const [slug, ids] of idsOfSlug) {
    const { access, admin } = req.payload.collections[slug as CollectionSlug].config
    if (ids.size === 0 || !(await access.read({ req }))) continue
    const { useAsTitle = 'id' } = admin
    const { docs } = await req.payload.find({
      collection: slug as CollectionSlug,
      where: { id: { in: [...ids] } },
      limit: ids.size,
      depth: 0,
      // The names of deleted records are for those who may see the Deleted list.
      trash: Boolean(await access.delete({ req })),
      overrideAccess: false,
      req,
    })
    for (const doc of docs as unknown as Record<string, unknown>[]) {
      const title = String(doc[useAsTitle] ?? '')
      const isInstant = /^\d{4}-\d\d-\d\dT/.test(title)
      names.set(String(doc.id), isInstant ? momentIn(title, zone) : title)
    }
  }
  return names
}
