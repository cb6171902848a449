import type { CollectionSlug, FlattenedField, PayloadRequest } from 'payload'
import { v7 } from 'uuid'
import { type Actor, actorOf } from '../../access/actor.ts'
import { channelOf } from '../../access/channel-of.ts'
import { clientAddress } from '../../access/client-address.ts'
import { commandOf } from '../../access/command.ts'
import type { Command } from '../../contracts/bookings/command.ts'
import { type AuditEvent, type FieldChanges, writeAudit } from '../../database/records/audit.ts'
import { insertRows, type NewRows } from '../../database/records/insert-rows.ts'
import { changedFields } from './changed-fields.ts'

type Values = Record<string, unknown>

/** New documents of one collection, with everything about them decided. */
export type NewDocuments = {
  collection: CollectionSlug
  documents: (Values & { id: string })[]
  /** Who writes them, and as what in the history; default: the caller, the running command. */
  by?: { actor: Actor; command: string; reason?: string | null }
  /** Why each was written, and what was overridden, by its id. */
  said?: ReadonlyMap<string, Pick<Command, 'overrode' | 'reason'>>
}

/**
 * Ids in the order of their making (UUID version 7, RFC 9562): what is written together lies together
 * in the indexes, and a month of bookings stays a few pages of them however large they grow (P17).
 */
export const newId = (): string => v7()

const idOf = (value: unknown): string | null => (typeof value === 'string' ? value : null)

const fieldsOf = (req: PayloadRequest, collection: CollectionSlug): FlattenedField[] =>
  req.payload.collections[collection]?.config.flattenedFields ?? []

const isList = (field: FlattenedField) =>
  field.type === 'relationship' && field.hasMany === true && typeof field.relationTo === 'string'

/** Relations to several documents have a table of their own, in the order they are listed. */
const relationsOf = (fields: FlattenedField[], document: Values & { id: string }): Values[] =>
  fields.filter(isList).flatMap((field) => {
    const { relationTo } = field as { relationTo: string }
    const ids = (document[field.name] ?? []) as string[]
    return ids.map((id, at) => ({
      parent: document.id,
      path: field.name,
      order: at + 1,
      [`${relationTo}ID`]: id,
    }))
  })

/** The columns of a document: members of groups stand beside the rest, virtual fields nowhere. */
export const rowOf = (fields: FlattenedField[], document: Values, prefix = ''): Values => {
  const row: Values = {}
  const left = { ...document }
  for (const field of fields) {
    const value = left[field.name]
    delete left[field.name]
    if (value === undefined || ('virtual' in field && field.virtual) || isList(field)) continue
    if (field.type === 'group' || field.type === 'tab') {
      Object.assign(row, rowOf(field.flattenedFields, value as Values, `${prefix}${field.name}_`))
    } else row[prefix + field.name] = value
  }
  return prefix === '' ? { ...left, ...row } : row
}

const overriddenOf = (said: Pick<Command, 'overrode'> | undefined): FieldChanges =>
  said?.overrode ? { overridden: [null, said.overrode] } : {}

/**
 * Writes documents whose rules have been applied already, all of them in one statement, with the
 * history entries that saving them one by one would leave (AU-01).
 */
export const insertDocuments = async (
  req: PayloadRequest,
  parts: NewDocuments[],
  /** Machine-written rows without a history of their own. */
  rows: NewRows[] = [],
): Promise<void> => {
  if (parts.length === 0) return
  const caller = await actorOf(req)
  const now = new Date().toISOString()
  const stamp = { createdAt: now, updatedAt: now }
  await insertRows(req, [
    ...parts.map(({ collection, documents }) => ({
      collection,
      rows: documents.map((document) =>
        rowOf(fieldsOf(req, collection), { ...document, ...stamp }),
      ),
    })),
    ...parts.map(({ collection, documents }) => ({
      collection: `${collection}_rels`,
      rows: documents.flatMap((document) => relationsOf(fieldsOf(req, collection), document)),
    })),
    ...rows,
  ])
  const events = parts.flatMap(({ collection, documents, by, said }) => {
    const actor = by?.actor ?? caller
    const fields = fieldsOf(req, collection)
    return documents.map(
      (document): AuditEvent => ({
        subjectType: collection,
        subjectId: document.id,
        booking: collection === 'bookings' ? document.id : idOf(document.booking),
        command: by?.command ?? commandOf(req) ?? 'create',
        actorKind: actor.kind,
        actorId: actor.id ?? null,
        actorName: actor.name,
        onBehalfOf: null,
        channel: channelOf(req),
        ip: clientAddress(req.headers),
        changes: {
          ...changedFields({ fields, before: {}, after: document }),
          ...overriddenOf(said?.get(document.id)),
        },
        reason: by?.reason ?? said?.get(document.id)?.reason ?? null,
        version: Number(document.version ?? 0) || null,
      }),
    )
  })
  await writeAudit(req, events, { isLocked: true })
}
