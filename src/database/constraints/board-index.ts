import type { Constraint } from './constraint.ts'

/**
 * What a board shows of the bookings of a month, side by side by when they start, so that it costs
 * the same however many there are before and after.
 */
export const boardIndex: Constraint[] = [
  {
    name: 'bookings_on_board_by_start',
    sql: `create index if not exists bookings_on_board_by_start on bookings (starts_at)
      include (id, deleted_at, address_id, location_id, customer_snapshot_name);
      drop index if exists bookings_on_board`,
  },
]
