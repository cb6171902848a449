import type { Constraint } from './constraint.ts'

/** What a board shows of twelve thousand bookings, read in their index alone (PERFORMANCE P17). */
export const boardIndex: Constraint[] = [
  {
    name: 'bookings_on_board',
    sql: `create index if not exists bookings_on_board on bookings (id)
      include (deleted_at, address_id, location_id, customer_snapshot_name)`,
  },
]
