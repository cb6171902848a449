import { sql } from 'drizzle-orm'
import type { CollectionBeforeValidateHook, PayloadRequest } from 'payload'
import type { FieldChanges } from '../../database/records/audit.ts'
import { query } from '../../database/query.ts'
import { DomainError } from '../../domain/domain-error.ts'
import { changedFields, isSame } from '../../steps/records/changed-fields.ts'

type Values = Record<string, unknown>
type Past = { changes: FieldChanges; actor_name: string | null; at: string }

/** Everything that happened to a document after the version somebody read, oldest first. */
const changesSince = (req: PayloadRequest, slug: string, id: unknown, version: number) =>
  query<Past>(
    req,
    sql`select changes, actor_name, at from audit_events
        where subject_type = ${slug} and subject_id = ${String(id)} and version > ${version}
        order by at`,
  )

const writePath = (target: Values, path: string, source: Values) => {
  const [head, member] = path.split('.') as [string, string?]
  const stored = source[head]
  if (!member) target[head] = stored
  else target[head] = { ...(target[head] as Values), [member]: (stored as Values)?.[member] }
}

/**
 * Counts the version of a document, and settles what somebody submits who read an older one:
 * fields they did not touch keep their newest value, a field that both changed is refused.
 * @throws {DomainError} stale-version, with the differences
 */
export const deriveVersion: CollectionBeforeValidateHook = async ({
  collection,
  data,
  operation,
  originalDoc,
  req,
}) => {
  if (!data) return data
  if (operation === 'create') return { ...data, version: 1 }
  const newest = Number(originalDoc?.version ?? 1)
  const read = Number(data.version ?? newest)
  const fields = collection.flattenedFields
  const changes = changedFields({ fields, before: originalDoc ?? {}, after: data })
  const merged: Values = { ...data, version: newest }
  if (read !== newest) {
    const past = await changesSince(req, collection.slug, originalDoc?.id, read)
    const differences = []
    for (const [field, [current, submitted]] of Object.entries(changes)) {
      const touched = past.filter((event) => field in event.changes)
      const [first, last] = [touched[0], touched.at(-1)]
      if (!first) continue
      if (isSame(first.changes[field]?.[0] ?? null, submitted)) {
        writePath(merged, field, originalDoc ?? {})
        delete changes[field]
      } else differences.push({ field, current, submitted, by: last?.actor_name, at: last?.at })
    }
    if (differences.length > 0 || read > newest) {
      throw new DomainError(
        'stale-version',
        'Someone else changed the same fields since you opened this. Compare and save again.',
        { details: { version: newest, differences } },
      )
    }
  }
  if (Object.keys(changes).length > 0) merged.version = newest + 1
  return merged
}
