import { textOf } from '../bookings/state-lists.ts'
import { droppedStatuses } from '../../domain/bookings/states.ts'
import type { Constraint } from './constraint.ts'

/**
 * Where live visits are, beside when they start, so that the nearest of a day are found in one
 * index whatever the tables hold. Kept true by triggers, so that raw SQL is seen too.
 */
const table = `
  create table if not exists visit_points (
    appointment_id uuid primary key,
    starts_at timestamptz not null,
    lat float8 not null,
    lng float8 not null
  );
  create index if not exists visit_points_by_start
    on visit_points (starts_at) include (lat, lng, appointment_id)`

const functions = `
  create or replace view expected_visit_points as
    select a.id as appointment_id, a.start as starts_at,
      coalesce(d.coordinates_lat, l.coordinates_lat)::float8 as lat,
      coalesce(d.coordinates_lng, l.coordinates_lng)::float8 as lng
    from appointments a
    left join addresses d on d.id = a.address_id
    left join locations l on l.id = a.location_id
    where a.status not in ${textOf(droppedStatuses)}
      and coalesce(d.coordinates_lat, l.coordinates_lat) is not null
      and coalesce(d.coordinates_lng, l.coordinates_lng) is not null;

  create or replace function refresh_visit_points(visits uuid[]) returns void
    language plpgsql as $$
    begin
      delete from visit_points p where p.appointment_id = any(visits)
        and not exists (select from expected_visit_points e where e.appointment_id = p.appointment_id);
      insert into visit_points as kept
        select e.* from unnest(visits) as asked(id)
          cross join lateral (
            select * from expected_visit_points where appointment_id = asked.id offset 0) as e
        on conflict (appointment_id) do update
          set starts_at = excluded.starts_at, lat = excluded.lat, lng = excluded.lng
          where (kept.starts_at, kept.lat, kept.lng)
            is distinct from (excluded.starts_at, excluded.lat, excluded.lng);
    end $$;

  create or replace function keep_visit_points() returns trigger language plpgsql as $$
    begin
      if tg_op = 'TRUNCATE' then
        delete from visit_points;
      elsif tg_table_name = 'addresses' then
        perform refresh_visit_points(array_agg(a.id)) from appointments a
          where a.address_id = new.id having count(*) > 0;
      elsif tg_table_name = 'locations' then
        perform refresh_visit_points(array_agg(a.id)) from appointments a
          where a.location_id = new.id and a.address_id is null having count(*) > 0;
      elsif tg_op = 'DELETE' then
        delete from visit_points where appointment_id = old.id;
      elsif tg_op = 'INSERT' then
        insert into visit_points select * from expected_visit_points where appointment_id = new.id;
      else
        perform refresh_visit_points(array[new.id]);
      end if;
      return null;
    end $$;

  create or replace function rebuild_visit_points() returns integer language plpgsql as $$
    declare mended integer;
    begin
      lock table appointments in share row exclusive mode;
      with gone as (
        delete from visit_points p where not exists (
            select from expected_visit_points e where e.appointment_id = p.appointment_id)
          returning 1
      ), placed as (
        insert into visit_points as kept select * from expected_visit_points
          on conflict (appointment_id) do update
            set starts_at = excluded.starts_at, lat = excluded.lat, lng = excluded.lng
            where (kept.starts_at, kept.lat, kept.lng)
              is distinct from (excluded.starts_at, excluded.lat, excluded.lng)
          returning 1
      )
      select (select count(*) from gone) + (select count(*) from placed) into mended;
      return mended;
    end $$`

const trigger = (name: string, definition: string): Constraint => ({
  name,
  sql: `create or replace trigger ${name} ${definition}`,
})

const kept = 'for each row execute function keep_visit_points()'
const moved = `for each row when ((old.coordinates_lat, old.coordinates_lng)
  is distinct from (new.coordinates_lat, new.coordinates_lng)) execute function keep_visit_points()`

/** The points of visits, and what keeps them true. */
export const visitPoints: Constraint[] = [
  { name: 'visit_points_by_start', sql: [table, functions].join(';\n') },
  trigger(
    'appointments_point_made',
    `after insert on appointments for each row
      when (new.address_id is not null or new.location_id is not null)
      execute function keep_visit_points()`,
  ),
  trigger(
    'appointments_point_moved',
    `after update on appointments for each row
      when ((old.address_id, old.location_id, old.start, old.status)
        is distinct from (new.address_id, new.location_id, new.start, new.status))
      execute function keep_visit_points()`,
  ),
  trigger('appointments_point_gone', `after delete on appointments ${kept}`),
  trigger(
    'appointments_points_gone',
    'after truncate on appointments for each statement execute function keep_visit_points()',
  ),
  trigger('addresses_point_moved', `after update on addresses ${moved}`),
  trigger('locations_point_moved', `after update on locations ${moved}`),
  {
    name: 'visit_points_by_start',
    sql: `do $$ begin
      if not exists (select from visit_points) and exists (select from appointments) then
        perform rebuild_visit_points();
      end if;
    end $$`,
  },
]
