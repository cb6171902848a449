import type { Constraint } from './constraint.ts'

const searched = {
  customers: ['name', 'email', 'phone', 'company'],
  bookings: [
    'number',
    'customer_snapshot_name',
    'customer_snapshot_email',
    'customer_snapshot_phone',
  ],
} as const

const indexOn = (table: keyof typeof searched): string => `${table}_searched`

/** New rows wait unsorted, and every search reads those that wait: few, for searches stay fast. */
const pendingKilobytes = 128

/** Not available, not to be found among its files, or only for a superuser. */
const refusals = ['feature_not_supported', 'undefined_file', 'insufficient_privilege'].join(' or ')

const create = (table: keyof typeof searched): string => {
  const columns = searched[table].map((column) => `folded_text(${column}) %1$I.gin_trgm_ops`)
  return `create index if not exists ${indexOn(table)} on ${table} using gin (${columns.join(', ')})
    with (gin_pending_list_limit = ${pendingKilobytes})`
}

/**
 * Parts of the texts that lists of a growing table are searched by, folded as the search folds
 * them. They need the extension pg_trgm; a database that does not give it to us searches as before,
 * by reading the table, so that their absence is no reason not to start.
 */
export const searchIndexes: Constraint[] = (['customers', 'bookings'] as const).map((table) => ({
  name: indexOn(table),
  sql: `do $do$ declare home name; begin
    begin
      create extension if not exists pg_trgm;
    exception when ${refusals} then
      raise notice 'pg_trgm is not available: searches in ${table} read the whole table';
    end;
    select nspname into home from pg_extension join pg_namespace n on n.oid = extnamespace
      where extname = 'pg_trgm';
    if home is not null then execute format($format$${create(table)}$format$, home); end if;
  end $do$`,
}))
