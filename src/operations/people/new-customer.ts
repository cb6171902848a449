import type { PayloadRequest } from 'payload'
import { setCached } from '../../database/records/request-cache.ts'
import { type NewDocuments, newId } from '../../steps/records/insert-documents.ts'

/**
 * A customer who has never chosen a password, to be inserted. The framework's own create would hash
 * one that nobody knows, at a third of a second of CPU for each booking; without a hash no password
 * fits, and a mailed link signs in.
 */
export const newCustomer = (
  req: PayloadRequest,
  known: { name: string; email: string; phone: string | null },
): { id: string; documents: NewDocuments[] } => {
  const customer = { id: newId(), ...known, active: true, marketing: false }
  setCached(req, `customers:${customer.id}`, customer)
  return { id: customer.id, documents: [{ collection: 'customers', documents: [customer] }] }
}
