import type { Constraint } from './constraint.ts'

/** History is appended to and never changed, by any role (AU-03, RELIABILITY K06). */
export const auditConstraints: Constraint[] = [
  {
    name: 'audit_events_append_only',
    sql: `create or replace function refuse_audit_change() returns trigger language plpgsql as $$
      begin
        raise exception 'audit_events is append-only' using errcode = '42501';
      end $$;
      create or replace trigger audit_events_append_only
        before update or delete on audit_events
        for each row execute function refuse_audit_change();
      create or replace trigger audit_events_never_truncated
        before truncate on audit_events
        for each statement execute function refuse_audit_change()`,
  },
]
