import type { Constraint } from './constraint.ts'

/**
 * Proposed routes: the day they were made of, how far the search is and its best plan so far. A
 * machine-written table without a collection; any process can read a search of another.
 */
export const routeProposalTable: Constraint[] = [
  {
    name: 'route_proposals_pkey',
    sql: `create table if not exists route_proposals (
      id uuid primary key default gen_random_uuid(),
      state text not null default 'searching'
        check (state in ('searching', 'ready', 'cancelled', 'applied', 'failed')),
      progress real not null default 0,
      by_name text not null,
      move_confirmed boolean not null,
      day jsonb not null,
      plan jsonb,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now()
    )`,
  },
  {
    name: 'route_proposals_note',
    sql: `do $$ begin
      alter table route_proposals add column if not exists note text;
      if not exists (select from pg_constraint where conname = 'route_proposals_note') then
        alter table route_proposals add constraint route_proposals_note check (length(note) < 500);
      end if;
    end $$`,
  },
]
