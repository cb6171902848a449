import type { PayloadRequest } from 'payload'
import { actorOf } from '../../access/actor.ts'
import type { Command } from '../../contracts/bookings/command.ts'
import { idOf } from '../../domain/id-of.ts'
import type { Appointment, Booking } from '../../payload-types.ts'
import { insertDocuments, type NewDocuments } from '../records/insert-documents.ts'
import { hasOnlyOwnHooks } from '../records/own-hooks.ts'
import { newId } from '../records/stored-rows.ts'
import { type NewPlan, planDocuments } from './plan-documents.ts'
import type { PlannedLine } from './plan-types.ts'
import { visitsOf } from './visits-of.ts'

/** A booking that takes another's place, with everything about it decided. */
type Successor = { booking: Partial<Booking>; lines: PlannedLine[]; command: Command }

export type WrittenSuccessor = {
  id: string
  visits: Appointment[]
  /** The id of each visit's successor, by the visit that it replaces. */
  replaced: Map<string, string>
}

const writtenAs = (id: string, visits: Appointment[]): WrittenSuccessor => ({
  id,
  visits,
  replaced: new Map(
    visits.flatMap((visit) => {
      const before = idOf(visit.replaces)
      return before ? [[before, visit.id] as const] : []
    }),
  ),
})

/** All in one statement. */
const insertAll = async (
  req: PayloadRequest,
  successors: Successor[],
): Promise<WrittenSuccessor[]> => {
  const plans: NewPlan[] = successors.map(({ booking, lines }) => ({
    booking: { ...booking, id: newId(), version: 1, deletedAt: null } as NewPlan['booking'],
    lines,
  }))
  const { documents, occupied, visits } = await planDocuments(req, plans)
  const commands = new Map(
    plans.map(({ booking }, at) => {
      const { reason, comment, overrode } = successors[at]?.command ?? {}
      const why = reason ?? comment
      return [booking.id, { ...(why && { reason: why }), ...(overrode && { overrode }) }]
    }),
  )
  const bookings: NewDocuments = {
    collection: 'bookings',
    documents: plans.map(({ booking }) => booking),
    by: { actor: await actorOf(req), command: 'reschedule' },
    commands,
  }
  await insertDocuments(req, [bookings, ...documents], [occupied])
  return plans.map(({ booking: { id } }) =>
    writtenAs(id, visits.filter(({ booking }) => booking === id) as unknown as Appointment[]),
  )
}

/** Saved as a document, so that another plugin's hooks follow it. */
const create = async (
  req: PayloadRequest,
  { booking, lines, command }: Successor,
): Promise<WrittenSuccessor> => {
  const { id } = await req.payload.create({
    collection: 'bookings',
    data: { ...booking, plan: lines, command: { ...command, as: 'caller' } } as never,
    depth: 0,
    req,
    overrideAccess: true,
  })
  return writtenAs(id, await visitsOf(req, id))
}

/** Writes the successors of bookings with their lines, visits and offers, and the time they take. */
export const writeSuccessors = async (
  req: PayloadRequest,
  successors: Successor[],
): Promise<WrittenSuccessor[]> => {
  if (hasOnlyOwnHooks(req, 'bookings')) return insertAll(req, successors)
  const written: WrittenSuccessor[] = []
  for (const successor of successors) written.push(await create(req, successor))
  return written
}
