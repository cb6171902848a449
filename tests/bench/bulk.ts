import type { Bench } from './open-bench.ts'

type Index = { name: string; definition: string }

/**
 * Writes many rows at once into tables that nobody reads meanwhile: past triggers and foreign keys,
 * with the secondary indexes built after. The materialised days and points are rebuilt in the end.
 */
export const inBulk = async (
  { sql }: Pick<Bench, 'sql'>,
  tables: string[],
  write: () => Promise<unknown>,
): Promise<void> => {
  const indexes = await sql<Index>(
    `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition
     from pg_index i where i.indrelid = any($1::text[]::regclass[]) and not i.indisunique
       and not exists (select from pg_constraint c where c.conindid = i.indexrelid)`,
    [tables],
  )
  await sql('set session_replication_role = replica')
  await sql("set maintenance_work_mem = '512MB'")
  await sql("set work_mem = '256MB'")
  for (const { name } of indexes) await sql(`drop index ${name}`)
  await write()
  for (const { definition } of indexes) await sql(definition)
  await sql('set session_replication_role = origin')
  await sql('select rebuild_visit_points(), rebuild_day_bitmaps()')
  await sql('reset work_mem')
  for (const table of [...tables, 'day_bitmaps', 'visit_points'])
    await sql(`vacuum analyze ${table}`)
}
