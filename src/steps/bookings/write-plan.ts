import type { PayloadRequest } from 'payload'
import { insertDocuments } from '../records/insert-documents.ts'
import { type NewPlan, planDocuments } from './plan-documents.ts'

/**
 * Writes the lines and visits of a booking that is stored already, with the time they take and the
 * offers to the people who are asked, in one statement.
 */
export const writePlan = async (req: PayloadRequest, plan: NewPlan): Promise<void> => {
  const { documents, occupied } = await planDocuments(req, [plan])
  await insertDocuments(req, documents, [occupied])
}
