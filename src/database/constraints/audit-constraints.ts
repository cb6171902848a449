import type { Constraint } from './constraint.ts'

/**
 * `audit_hash` is the one formula of the chain; `audit_entry` gives back what was hashed when a
 * stored row was written. Both are inlined into the statement that asks.
 */
const functions = `
  create or replace function audit_stream(booking text, subject_type text, subject_id text)
    returns text language sql immutable as $$
    select case when booking is null then subject_type || ':' || subject_id
      else 'booking:' || booking end
  $$;

  create or replace function audit_hash(prev_hash text, entry jsonb, at timestamptz)
    returns text language sql stable as $$
    select encode(sha256(convert_to(
      coalesce(prev_hash, '') || entry::text || extract(epoch from at), 'UTF8')), 'hex')
  $$;

  create or replace function audit_entry(event audit_events) returns jsonb
    language sql stable as $$
    select jsonb_build_object('subjectType', event.subject_type, 'subjectId', event.subject_id,
      'booking', event.booking, 'command', event.command, 'actorKind', event.actor_kind,
      'actorId', event.actor_id, 'actorName', event.actor_name,
      'onBehalfOf', event.on_behalf_of, 'channel', event.channel, 'ip', event.ip,
      'changes', event.changes, 'reason', event.reason, 'version', event.version)
  $$;

  create or replace function refuse_audit_change() returns trigger language plpgsql as $$
    begin
      raise exception '% is append-only', tg_table_name using errcode = '42501';
    end $$`

/** The newest hash of every stream and how many entries it has, apart from the entries. */
const heads = `
  create table if not exists audit_heads (
    stream text primary key,
    hash text not null,
    at timestamptz(3) not null,
    entries bigint not null
  ) with (fillfactor = 80);

  create or replace function keep_audit_heads() returns trigger language plpgsql as $$
    begin
      insert into audit_heads as kept (stream, hash, at, entries)
        select distinct on (stream) stream, hash, at, count(*) over (partition by stream)
        from (select audit_stream(booking, subject_type, subject_id) as stream, hash, at
          from added) as entry
        order by stream, at desc
      on conflict (stream) do update
        set hash = excluded.hash, at = excluded.at, entries = kept.entries + excluded.entries;
      return null;
    end $$`

const trigger = (name: string, definition: string): Constraint => ({
  name,
  sql: `create or replace trigger ${name} ${definition}`,
})

const refused = 'execute function refuse_audit_change()'

/** History is appended to and never changed, by any role, and a missing end of it shows. */
export const auditConstraints: Constraint[] = [
  { name: 'audit_heads_pkey', sql: [functions, heads].join(';\n') },
  trigger(
    'audit_events_append_only',
    `before update or delete on audit_events for each row ${refused}`,
  ),
  trigger(
    'audit_events_never_truncated',
    `before truncate on audit_events for each statement ${refused}`,
  ),
  trigger(
    'audit_events_keep_heads',
    `after insert on audit_events referencing new table as added
      for each statement execute function keep_audit_heads()`,
  ),
  trigger('audit_heads_stay', `before delete on audit_heads for each row ${refused}`),
  trigger(
    'audit_heads_never_truncated',
    `before truncate on audit_heads for each statement ${refused}`,
  ),
  {
    name: 'audit_heads_pkey',
    sql: `do $$ begin
      if not exists (select from audit_heads) and exists (select from audit_events) then
        insert into audit_heads (stream, hash, at, entries)
          select distinct on (stream) stream, hash, at, count(*) over (partition by stream)
          from (select audit_stream(booking, subject_type, subject_id) as stream, hash, at
            from audit_events) as entry
          order by stream, at desc;
      end if;
    end $$`,
  },
]
