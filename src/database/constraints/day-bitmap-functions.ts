/**
 * Taken time as bitmaps, one row per fieldworker and UTC day, 288 bits of five minutes, so that a
 * slot search reads the same few bytes whatever the tables hold. Kept true by triggers
 * under the fieldworker's advisory lock, so that raw SQL is seen too. Rows that expire and rows
 * longer than 48 hours are left out; `occupancies_apart` finds those few.
 * `visits` holds the day's visits that have a point: start and end (minutes since 1970, int4),
 * latitude and longitude (float4) and the appointment's id, 32 bytes each.
 */
const table = `
  create table if not exists day_bitmaps (
    fieldworker_id uuid not null,
    day integer not null,
    taken bytea not null,
    visits bytea not null default '',
    primary key (fieldworker_id, day)
  );
  create index if not exists day_bitmaps_by_day on day_bitmaps (day, fieldworker_id)`

const functions = `
  create or replace function is_day_row(row_of occupancies) returns boolean
    language sql immutable as $$
    select row_of.expires_at is null and row_of.ends_at - row_of.starts_at <= interval '48 hours'
  $$;

  create or replace function epoch_seconds(at timestamptz) returns double precision
    language sql immutable parallel safe as $$
    select date_part('epoch', at - timestamptz '1970-01-01T00:00Z')
  $$;

  create or replace function first_day(starts_at timestamptz) returns integer
    language sql immutable parallel safe as $$
    select floor(epoch_seconds(starts_at) / 86400)::integer
  $$;

  create or replace function last_day(ends_at timestamptz) returns integer
    language sql immutable parallel safe as $$
    select ceil(epoch_seconds(ends_at) / 86400)::integer - 1
  $$;

  create or replace function day_mask(starts_at timestamptz, ends_at timestamptz, day integer)
    returns bit(288) language sql immutable parallel safe as $$
    select ((~ b'0'::bit(288))
        >> greatest(0, floor((epoch_seconds(starts_at) - day * 86400::bigint) / 300)::integer))
      & ((~ b'0'::bit(288))
        << (288 - least(288, ceil((epoch_seconds(ends_at) - day * 86400::bigint) / 300)::integer)))
  $$;

  create or replace function placed_visit_bytes(
      visit uuid, starts_at timestamptz, ends_at timestamptz, lat numeric, lng numeric)
    returns bytea language sql immutable parallel safe as $$
    select int4send((epoch_seconds(starts_at) / 60)::integer)
      || int4send((epoch_seconds(ends_at) / 60)::integer)
      || float4send(lat::real) || float4send(lng::real) || uuid_send(visit)
  $$;

  create or replace function expected_day_bitmaps(who uuid[], which integer[])
    returns table (fieldworker_id uuid, day integer, taken bytea, visits bytea)
    language sql stable as $$
    select asked.who, asked.day,
      substring(bit_send(coalesce(
        bit_or(day_mask(o.starts_at, o.ends_at, asked.day)) filter (where o.id is not null),
        repeat('0', 288)::bit(288))) from 5),
      coalesce(string_agg(placed_visit_bytes(a.id, a.start, a."end",
          coalesce(d.coordinates_lat, l.coordinates_lat),
          coalesce(d.coordinates_lng, l.coordinates_lng)), '' order by o.starts_at)
        filter (where a.id is not null and first_day(o.starts_at) = asked.day), '')
    from unnest(who, which) as asked(who, day)
    left join occupancies o on o.fieldworker_id = asked.who
      and o.starts_at >= to_timestamp(asked.day * 86400::double precision) - interval '48 hours'
      and o.starts_at < to_timestamp((asked.day + 1) * 86400::double precision)
      and o.ends_at > to_timestamp(asked.day * 86400::double precision)
      and o.expires_at is null and o.ends_at - o.starts_at <= interval '48 hours'
    left join appointments a on a.id = o.appointment_id
    left join addresses d on d.id = a.address_id
    left join locations l on l.id = a.location_id
    group by asked.who, asked.day
  $$;

  drop function if exists visit_bytes(uuid);

  create or replace function lock_fieldworker(who uuid) returns void language sql as $$
    select pg_advisory_xact_lock(hashtextextended('fieldworker:' || who, 0))
  $$;

  create or replace function refresh_day_bitmaps(who uuid[], which integer[]) returns void
    language plpgsql as $$
    begin
      if who is null then return; end if;
      perform lock_fieldworker(id) from
        (select distinct unnest(who) as id order by 1 offset 0) as people;
      insert into day_bitmaps as kept (fieldworker_id, day, taken, visits)
        select * from expected_day_bitmaps(who, which)
        on conflict (fieldworker_id, day) do update
          set taken = excluded.taken, visits = excluded.visits
          where kept.taken <> excluded.taken or kept.visits <> excluded.visits;
    end $$;

  create or replace function refresh_visit_days(visit uuid) returns void language sql as $$
    select refresh_day_bitmaps(array_agg(o.fieldworker_id), array_agg(first_day(o.starts_at)))
    from occupancies o where o.appointment_id = visit and is_day_row(o)
  $$;

  create or replace function all_day_bitmaps()
    returns table (fieldworker_id uuid, day integer, taken bytea, visits bytea)
    language sql stable as $$
    select o.fieldworker_id, asked.day,
      substring(bit_send(bit_or(day_mask(o.starts_at, o.ends_at, asked.day))) from 5),
      coalesce(string_agg(placed_visit_bytes(a.id, a.start, a."end",
          coalesce(d.coordinates_lat, l.coordinates_lat),
          coalesce(d.coordinates_lng, l.coordinates_lng)), '' order by o.starts_at)
        filter (where a.id is not null and first_day(o.starts_at) = asked.day), '')
    from occupancies o
    cross join generate_series(first_day(o.starts_at), last_day(o.ends_at)) as asked(day)
    left join appointments a on a.id = o.appointment_id
    left join addresses d on d.id = a.address_id
    left join locations l on l.id = a.location_id
    where o.expires_at is null and o.ends_at - o.starts_at <= interval '48 hours'
    group by o.fieldworker_id, asked.day
  $$;

  create or replace function wrong_day_bitmaps()
    returns table (fieldworker_id uuid, day integer) language sql stable as $$
    select fieldworker_id, day
    from all_day_bitmaps() as e full join day_bitmaps as d using (fieldworker_id, day)
    where coalesce(e.taken, decode(repeat('00', 36), 'hex')) is distinct from d.taken
      or coalesce(e.visits, '') is distinct from d.visits
  $$;

  create or replace function rebuild_day_bitmaps() returns integer language plpgsql as $$
    declare mended integer;
    begin
      lock table occupancies in share row exclusive mode;
      drop table if exists pg_temp.rebuilt_days;
      create temporary table rebuilt_days on commit drop as select * from all_day_bitmaps();
      analyze rebuilt_days;
      with right_days as (
        insert into day_bitmaps as kept (fieldworker_id, day, taken, visits)
          select * from rebuilt_days
          on conflict (fieldworker_id, day) do update
            set taken = excluded.taken, visits = excluded.visits
            where kept.taken <> excluded.taken or kept.visits <> excluded.visits
          returning 1
      ), emptied as (
        delete from day_bitmaps d where not exists (
            select from rebuilt_days r where r.fieldworker_id = d.fieldworker_id and r.day = d.day)
          returning (d.taken, d.visits) is distinct from
            (decode(repeat('00', 36), 'hex'), ''::bytea) as was_wrong
      )
      select (select count(*) from right_days) + (select count(*) from emptied where was_wrong)
        into mended;
      return mended;
    end $$`

/** SQL of the materialised days and of everything that computes them. */
export const dayBitmapFunctions: string = [table, functions].join(';\n')
