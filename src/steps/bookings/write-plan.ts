import type { PayloadRequest } from 'payload'
import { insertDocuments } from '../records/insert-documents.ts'
import { type NewPlan, planDocuments, valuesOf, visitOf } from './plan-documents.ts'

const command = { name: 'book', as: 'system' } as const

/** One by one, because the successors of visits take over what belongs to those. */
const createPlan = async (req: PayloadRequest, { booking, lines }: NewPlan) => {
  const of = { req, depth: 0, overrideAccess: true } as const
  for (const { visits, ...line } of lines) {
    const { id } = await req.payload.create({
      collection: 'booking-lines',
      data: { ...valuesOf(line), booking: booking.id, command } as never,
      ...of,
    })
    for (const visit of visits) {
      const values = { ...visitOf(booking, { ...visit, service: line.service }), line: id, command }
      await req.payload.create({ collection: 'appointments', data: values as never, ...of })
    }
  }
}

/** All in one statement, with the time they take and the offers to whoever is asked. */
const insertPlan = async (req: PayloadRequest, plan: NewPlan) => {
  const { documents, occupied } = await planDocuments(req, [plan])
  await insertDocuments(req, documents, [occupied])
}

/** Writes the lines and visits of a new booking, and of one that succeeds another. */
export const writePlan = (req: PayloadRequest, plan: NewPlan): Promise<void> => {
  const isSuccessor = plan.lines.some(({ visits }) => visits.some((visit) => visit.replaces))
  return isSuccessor ? createPlan(req, plan) : insertPlan(req, plan)
}
