import type { PayloadRequest } from 'payload'
import type { InTheWay } from '../../database/scheduling/occupancies.ts'
import { freeForVisit } from './free-for-visit.ts'

type Reservations = { rows: InTheWay[]; avoid: string }

const reservedVisits = (rows: InTheWay[]): string[] =>
  rows.flatMap(({ kind, appointment }) =>
    kind === 'reservation' && appointment ? [appointment] : [],
  )

/**
 * Whether somebody else is free for every reservation among `rows`. It writes nothing: a save that
 * is refused ends its transaction, and with it the search for another person.
 */
export const canReassign = async (
  req: PayloadRequest,
  { rows, avoid }: Reservations,
): Promise<boolean> => {
  for (const id of reservedVisits(rows)) {
    const visit = await req.payload.findByID({
      collection: 'appointments',
      id,
      req,
      depth: 0,
      overrideAccess: true,
    })
    const free = await freeForVisit(req, visit)
    if (free.every((person) => person === avoid)) return false
  }
  return true
}

/**
 * Re-homes the reservations among `rows` to other eligible people.
 * @throws {DomainError} slot-taken when nobody else is free for one of them
 */
export const reassignReservations = async (
  req: PayloadRequest,
  { rows, avoid }: Reservations,
): Promise<void> => {
  for (const id of reservedVisits(rows)) {
    await req.payload.update({
      collection: 'appointments',
      id,
      data: { reservedFor: null, command: { name: 're-home', as: 'system', onBehalfOf: avoid } },
      req,
      depth: 0,
      overrideAccess: true,
    })
  }
}
