import type { Constraint } from './constraint.ts'

/**
 * The rules of each zone in use as they were when bookings were last looked at, and since when each
 * release of the time zone database is in use here, so that new rules are noticed and followed once.
 * Machine-written, without a collection.
 */
export const zoneRulesTable: Constraint[] = [
  {
    name: 'zone_rules_pkey',
    sql: `create table if not exists zone_rules (
      zone text primary key,
      rules jsonb not null,
      seen_at timestamptz not null default now()
    );
    alter table zone_rules add column if not exists release text`,
  },
  {
    name: 'zone_releases_pkey',
    sql: `create table if not exists zone_releases (
      release text primary key,
      since timestamptz not null default now()
    )`,
  },
]
