import type { CollectionSlug, PayloadRequest, SanitizedCollectionConfig } from 'payload'
import { updateRows } from '../../database/records/update-rows.ts'
import { isSame } from './changed-fields.ts'
import { applyFieldRules } from './field-rules.ts'
import { recordChange } from './record-change.ts'
import { rowOf } from './stored-rows.ts'

type Values = Record<string, unknown>
type Stored = Values & { id: string }

/** A document as it is stored, and what is asked of it: fields and a command. */
export type Change<Document extends { id: string }> = { before: Document; data: object }
export type Changed<Document extends { id: string }> = { before: Document; after: Document }

const settled = async (
  req: PayloadRequest,
  collection: SanitizedCollectionConfig,
  { before, data }: { before: Stored; data: Values },
): Promise<Values> => {
  const { context } = req
  const given = { collection, context, originalDoc: before, operation: 'update' as const, req }
  let values: Values = { ...before, ...data }
  for (const hook of collection.hooks.beforeValidate) {
    values = (await hook({ ...given, data: values } as never)) ?? values
  }
  for (const hook of collection.hooks.beforeChange) {
    values = (await hook({ ...given, data: values } as never)) ?? values
  }
  await applyFieldRules(req, collection.slug, values)
  return values
}

type Settled = { before: Stored; data: Values; after: Stored }

type Refused = (error: unknown, place: number) => unknown

/** What each document becomes by the rules of its collection, in order; nothing is written yet. */
const settledAll = async (
  req: PayloadRequest,
  collection: SanitizedCollectionConfig,
  { changes, refused }: { changes: Change<Stored>[]; refused: Refused | undefined },
): Promise<Settled[]> => {
  const updatedAt = new Date().toISOString()
  const done: Settled[] = []
  for (const [place, { before, data }] of changes.entries()) {
    try {
      const values = await settled(req, collection, { before, data: data as Values })
      const all: Values & { id: string } = { ...values, id: before.id, updatedAt }
      const { command: _command, ...after } = all
      done.push({ before, data: values, after: after as Stored })
    } catch (error) {
      throw refused ? await refused(error, place) : error
    }
  }
  return done
}

/** One statement, of the columns that differ in any of the documents. */
const updateChanged = async (
  req: PayloadRequest,
  { slug, flattenedFields: fields }: SanitizedCollectionConfig,
  done: Settled[],
): Promise<void> => {
  const rows = done.map(({ before, after }) => ({
    before: rowOf(fields, before),
    after: rowOf(fields, after),
  }))
  const changed = new Set(
    rows.flatMap(({ before, after }) =>
      Object.keys(after).filter((key) => !isSame(before[key] ?? null, after[key] ?? null)),
    ),
  )
  const columns = ['id', 'updatedAt', ...[...changed].filter((key) => key !== 'updatedAt')]
  await updateRows(req, {
    collection: slug as CollectionSlug,
    rows: rows.map(({ after }) =>
      Object.fromEntries(columns.map((key) => [key, after[key] ?? null])),
    ),
  })
}

/**
 * Changes several documents of a collection whose locks the caller has: its own derive and guard
 * hooks decide about each, one statement writes them all, and their history is kept. What else
 * follows (record, announce) is the caller's.
 * @throws whatever the guards throw; `refused` gives it the words of the change it is about
 */
export const changeDocuments = async <Document extends { id: string }>(
  req: PayloadRequest,
  {
    collection: slug,
    changes,
    refused,
  }: { collection: CollectionSlug; changes: Change<Document>[]; refused?: Refused },
): Promise<Changed<Document>[]> => {
  const collection = req.payload.collections[slug as 'bookings'].config
  const stored = changes as unknown as Change<Stored>[]
  const done = await settledAll(req, collection, { changes: stored, refused })
  await updateChanged(req, collection, done)
  for (const { before, data, after } of done) {
    await recordChange(
      { collection, operation: 'update', previousDoc: before, req, data, doc: after },
      { locked: true },
    )
  }
  return done.map(({ before, after }) => ({ before, after })) as never
}
