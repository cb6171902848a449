import type { Constraint } from './constraint.ts'

/**
 * The rules of each zone in use as they were when bookings were last looked at, so that new rules of
 * the time zone database are noticed. Machine-written, without a collection.
 */
export const zoneRulesTable: Constraint[] = [
  {
    name: 'zone_rules_pkey',
    sql: `create table if not exists zone_rules (
      zone text primary key,
      rules jsonb not null,
      seen_at timestamptz not null default now()
    )`,
  },
]
