import { sql } from 'drizzle-orm'

/** The visit from which `visit` comes by moves, and how often it has moved, to join laterally. */
export const lineageRoot = sql`lateral (
  with recursive chain as (
    select visit.id, visit.replaces_id, 0 as moves
    union all
    select past.id, past.replaces_id, chain.moves + 1
    from chain join appointments past on past.id = chain.replaces_id
  ) select id, moves from chain order by moves desc limit 1)`
