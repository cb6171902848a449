import type { PayloadRequest } from 'payload'
import type { InTheWay } from '../../database/scheduling/occupancies.ts'

/**
 * Re-homes the reservations among `rows` to other eligible people.
 * @throws {DomainError} slot-taken when nobody else is free for one of them
 */
export const reassignReservations = async (
  req: PayloadRequest,
  { rows, avoid }: { rows: InTheWay[]; avoid: string },
): Promise<void> => {
  for (const row of rows) {
    if (row.kind !== 'reservation' || !row.appointment) continue
    await req.payload.update({
      collection: 'appointments',
      id: row.appointment,
      data: { reservedFor: null, command: { name: 're-home', as: 'system', onBehalfOf: avoid } },
      req,
      depth: 0,
      overrideAccess: true,
    })
  }
}
