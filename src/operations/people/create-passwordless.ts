import type { PayloadRequest } from 'payload'
import { remember } from '../../database/scratch.ts'
import { insertDocuments, newId } from '../records/insert-documents.ts'

export type NewCustomer = { name: string; email: string; phone: string | null }

/**
 * A customer who has never chosen a password, with the history entry of any other record. The
 * framework's own create would hash one that nobody knows, at a third of a second of CPU for each
 * booking; without a hash no password fits, and a mailed link signs in.
 */
export const createPasswordless = async (
  req: PayloadRequest,
  { name, email, phone }: NewCustomer,
): Promise<string> => {
  const customer = { id: newId(), name, email, phone, active: true, marketing: false }
  await insertDocuments(req, [{ collection: 'customers', documents: [customer] }])
  remember(req, `customers:${customer.id}`, customer)
  return customer.id
}
