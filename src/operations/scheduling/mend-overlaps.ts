import { sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { liveList } from '../../database/bookings/state-lists.ts'
import { inTransaction } from '../../database/in-transaction.ts'
import { lockBookingOf } from '../../database/locks.ts'
import {
  type Exclusive,
  lineOfOverlap,
  type Overlap,
  readOverlaps,
} from '../../database/scheduling/overlaps.ts'
import { query, transactionOf } from '../../database/query.ts'
import { changeVisit } from '../../steps/bookings/change-visit.ts'

const free = async (req: PayloadRequest, { id }: Exclusive): Promise<void> => {
  await query(req, sql`update occupancies set exclusive = false where id = ${id}`)
}

/** Why the visit is without a person now, in its history. */
const reasonOf = ({ person, first }: Overlap): string =>
  `${person} already had ${first.booking ?? 'other work'} at this time.`

const unassign = (req: PayloadRequest, overlap: Overlap, id: string): Promise<void> =>
  inTransaction(req, async () => {
    await lockBookingOf(req, 'appointments', id)
    // No longer in the way of what is written about it.
    await free(req, overlap.later)
    await changeVisit({
      req,
      id,
      data: { fieldworker: null },
      command: { name: 'assign', reason: reasonOf(overlap) },
    })
  })

const isOpen = async (req: PayloadRequest, id: string): Promise<boolean> => {
  const rows = await query(
    req,
    sql`select 1 from appointments where id = ${id} and status in ${liveList}
      and progress = 'not_started' and "end" > now()`,
  )
  return rows.length > 0
}

const mend = async (req: PayloadRequest, overlap: Overlap, seen: Set<string>): Promise<string> => {
  const { kind, id, appointment } = overlap.later
  if (kind === 'hold') {
    await query(req, sql`delete from occupancies where id = ${id}`)
    return 'The hold was ended.'
  }
  if (appointment && !seen.has(appointment) && (await isOpen(req, appointment))) {
    // What still keeps its time after this is dealt with below.
    seen.add(appointment)
    await unassign(req, overlap, appointment)
    return 'The later visit is now in Not Assigned.'
  }
  await free(req, overlap.later)
  return 'It stays as it is and no longer blocks the time.'
}

/**
 * Ends every overlap that a database without its constraint has let in, one after another: the
 * visit that was made later loses its person and waits in Not Assigned, with the reason in its
 * history. What is over or under way keeps its person and only stops blocking time. Returns a line
 * for each.
 */
export const mendOverlaps = async (req: PayloadRequest): Promise<string[]> => {
  const lines: string[] = []
  const seen = new Set<string>()
  for (;;) {
    const [overlap] = await readOverlaps(async (statement) =>
      (await transactionOf(req)).execute(statement),
    )
    if (!overlap) return lines
    lines.push(`${lineOfOverlap(overlap)} ${await mend(req, overlap, seen)}`)
  }
}
