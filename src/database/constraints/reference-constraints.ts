import type { Constraint } from './constraint.ts'

/** What availability is computed from besides occupied time; processes keep it in memory. */
const referenceTables = [
  'areas',
  'areas_texts',
  'booking_settings',
  'company',
  'financial_settings',
  'fieldworkers',
  'fieldworkers_exceptions',
  'fieldworkers_exceptions_blocks',
  'fieldworkers_rels',
  'fieldworkers_working_hours',
  'fieldworkers_working_hours_days',
  'locations',
  'locations_exceptions',
  'locations_exceptions_blocks',
  'locations_opening_hours',
  'locations_opening_hours_days',
  'portal_settings',
  'roles',
  'roles_permissions',
  'services',
  'services_location_types',
  'services_questions',
  'services_texts',
  'services_rels',
  'skills',
]

/**
 * One number says which state of the reference data is committed: a process that knows the number
 * knows the data. It is bumped at the very end of a transaction, so that edits of different records
 * do not wait for each other; until then the transaction itself sees null and keeps nothing.
 */
const version = `
  create table if not exists reference_version (
    is_only boolean primary key default true check (is_only),
    version bigint not null default 1
  );
  insert into reference_version default values on conflict do nothing;

  create or replace function reference_version() returns bigint language sql stable as $$
    select case when coalesce(current_setting('fieldbook.reference_changed', true), '') = ''
      then version end from reference_version
  $$;

  create or replace function mark_reference() returns trigger language plpgsql as $$
    begin
      perform set_config('fieldbook.reference_changed', 'marked', true);
      return null;
    end $$;

  create or replace function bump_reference() returns trigger language plpgsql as $$
    begin
      if coalesce(current_setting('fieldbook.reference_changed', true), '') <> 'bumped' then
        update reference_version set version = version + 1;
        perform set_config('fieldbook.reference_changed', 'bumped', true);
        perform pg_notify('fieldbook_reference', '');
      end if;
      return null;
    end $$;

  create or replace function mark_closure() returns trigger language plpgsql as $$
    begin
      if (tg_op <> 'DELETE' and new.location_id is not null)
        or (tg_op <> 'INSERT' and old.location_id is not null) then
        perform set_config('fieldbook.reference_changed', 'marked', true);
      end if;
      return null;
    end $$;

  create or replace function bump_closure() returns trigger language plpgsql as $$
    begin
      if (tg_op <> 'DELETE' and new.location_id is not null)
        or (tg_op <> 'INSERT' and old.location_id is not null) then
        update reference_version set version = version + 1;
        perform pg_notify('fieldbook_reference', '');
      end if;
      return null;
    end $$`

const marked = (table: string, run: string): Constraint => ({
  name: `${table}_mark_reference`,
  sql: `create or replace trigger ${table}_mark_reference ${run}`,
})

const bumped = (table: string, run: string): Constraint => ({
  name: `${table}_bump_reference`,
  sql: `do $$ begin
    if not exists (select from pg_trigger where tgname = '${table}_bump_reference') then
      create constraint trigger ${table}_bump_reference
        after insert or update or delete on ${table} deferrable initially deferred
        for each row execute function ${run}();
    end if;
  end $$`,
})

const triggersOf = (table: string): Constraint[] => [
  marked(
    table,
    `after insert or update or delete or truncate on ${table}
      for each statement execute function mark_reference()`,
  ),
  bumped(table, 'bump_reference'),
]

/** Keeps the number of the reference data true; of absences only those that close a location. */
export const referenceConstraints: Constraint[] = [
  { name: 'reference_version_pkey', sql: version },
  ...referenceTables.flatMap(triggersOf),
  marked(
    'unavailabilities',
    `after insert or update or delete on unavailabilities
      for each row execute function mark_closure()`,
  ),
  bumped('unavailabilities', 'bump_closure'),
]
