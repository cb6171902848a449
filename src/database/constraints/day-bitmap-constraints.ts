import type { Constraint } from './constraint.ts'
import { dayBitmapFunctions } from './day-bitmap-functions.ts'

const keep = `
  create or replace function lock_occupied_time() returns trigger language plpgsql as $$
    begin
      if tg_op = 'INSERT' then
        perform lock_fieldworker(new.fieldworker_id);
        return new;
      elsif tg_op = 'DELETE' then
        perform lock_fieldworker(old.fieldworker_id);
        return old;
      end if;
      perform lock_fieldworker(least(old.fieldworker_id, new.fieldworker_id));
      perform lock_fieldworker(greatest(old.fieldworker_id, new.fieldworker_id));
      return new;
    end $$;

  create or replace function keep_day_bitmaps() returns trigger language plpgsql as $$
    declare
      who uuid[];
      which integer[];
      person uuid;
    begin
      if tg_op = 'TRUNCATE' then
        delete from day_bitmaps;
        return null;
      elsif tg_op = 'INSERT' then
        select array_agg(t.fieldworker_id), array_agg(t.day) into who, which from (
          select distinct o.fieldworker_id, day from gained o,
            generate_series(first_day(o.starts_at), last_day(o.ends_at)) as day
          where o.expires_at is null and o.ends_at - o.starts_at <= interval '48 hours') as t;
        for person in select distinct fieldworker_id from gained loop
          perform pg_notify('fieldbook_time', person::text);
        end loop;
      elsif tg_op = 'DELETE' then
        select array_agg(t.fieldworker_id), array_agg(t.day) into who, which from (
          select distinct o.fieldworker_id, day from lost o,
            generate_series(first_day(o.starts_at), last_day(o.ends_at)) as day
          where o.expires_at is null and o.ends_at - o.starts_at <= interval '48 hours') as t;
        for person in select distinct fieldworker_id from lost loop
          perform pg_notify('fieldbook_time', person::text);
        end loop;
      else
        select array_agg(t.fieldworker_id), array_agg(t.day) into who, which from (
          select distinct o.fieldworker_id, day
          from (select * from gained union all select * from lost) as o,
            generate_series(first_day(o.starts_at), last_day(o.ends_at)) as day
          where o.expires_at is null and o.ends_at - o.starts_at <= interval '48 hours') as t;
        for person in select fieldworker_id from gained union select fieldworker_id from lost loop
          perform pg_notify('fieldbook_time', person::text);
        end loop;
      end if;
      perform refresh_day_bitmaps(who, which);
      return null;
    end $$`

const placed = `
  create or replace function keep_visit_places() returns trigger language plpgsql as $$
    begin
      if tg_table_name = 'appointments' then
        perform refresh_visit_days(new.id);
      elsif tg_table_name = 'addresses' then
        perform refresh_visit_days(a.id) from appointments a where a.address_id = new.id;
      else
        perform refresh_visit_days(a.id) from appointments a
          where a.location_id = new.id and a.address_id is null;
      end if;
      return null;
    end $$`

const trigger = (name: string, definition: string): Constraint => ({
  name,
  sql: `create or replace trigger ${name} ${definition}`,
})

const kept = 'for each statement execute function keep_day_bitmaps()'
const moved = 'execute function keep_visit_places()'
const whenMoved = `when ((old.coordinates_lat, old.coordinates_lng)
  is distinct from (new.coordinates_lat, new.coordinates_lng))`

/** The materialised days of occupied time, and what keeps them true. */
export const dayBitmapConstraints: Constraint[] = [
  {
    name: 'occupancies_apart',
    sql: `create index if not exists occupancies_apart on occupancies (fieldworker_id, ends_at)
      where expires_at is not null or ends_at - starts_at > interval '48 hours'`,
  },
  {
    name: 'occupancies_apart_by_end',
    sql: `create index if not exists occupancies_apart_by_end on occupancies (ends_at, starts_at)
      include (fieldworker_id, expires_at)
      where expires_at is not null or ends_at - starts_at > interval '48 hours'`,
  },
  {
    name: 'occupancies_holds',
    sql: `create index if not exists occupancies_holds on occupancies (expires_at, source_ref)
      where expires_at is not null`,
  },
  { name: 'day_bitmaps_pkey', sql: [dayBitmapFunctions, keep, placed].join(';\n') },
  trigger(
    'occupancies_lock_time',
    'before insert or update or delete on occupancies for each row execute function lock_occupied_time()',
  ),
  trigger(
    'occupancies_keep_inserted',
    `after insert on occupancies referencing new table as gained ${kept}`,
  ),
  trigger(
    'occupancies_keep_updated',
    `after update on occupancies referencing old table as lost new table as gained ${kept}`,
  ),
  trigger(
    'occupancies_keep_deleted',
    `after delete on occupancies referencing old table as lost ${kept}`,
  ),
  trigger('occupancies_keep_truncated', `after truncate on occupancies ${kept}`),
  trigger(
    'appointments_keep_place',
    `after update on appointments for each row
      when ((old.address_id, old.location_id, old.start, old."end")
        is distinct from (new.address_id, new.location_id, new.start, new."end")) ${moved}`,
  ),
  trigger('addresses_keep_place', `after update on addresses for each row ${whenMoved} ${moved}`),
  trigger('locations_keep_place', `after update on locations for each row ${whenMoved} ${moved}`),
  {
    name: 'day_bitmaps_pkey',
    sql: `do $$ begin
      if not exists (select from day_bitmaps) and exists (select from occupancies) then
        perform rebuild_day_bitmaps();
      end if;
    end $$`,
  },
]
