import type { PayloadRequest, Where } from 'payload'
import { assignedRows } from '../database/bookings/assigned-rows.ts'

type Column = 'address' | 'appointment' | 'booking' | 'customer'

/**
 * Rows that belong to a visit which is assigned to the fieldworker or offered and unanswered.
 * Read afresh each time, so that a declined or reassigned visit is out of reach at once.
 */
export const rowsOfVisits =
  (column: Column, path = 'id') =>
  async (fieldworker: string, req: PayloadRequest): Promise<Where | false> => {
    const ids = await assignedRows(req, fieldworker, column)
    return ids.length > 0 && { [path]: { in: ids } }
  }
