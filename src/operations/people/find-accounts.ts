import type { PayloadRequest } from 'payload'
import { readEmail } from '../../domain/people/email.ts'
import type { AccountCollection } from './create-session.ts'

export type FoundAccount = {
  collection: AccountCollection
  id: string
  email: string
  active?: boolean | null
}

/** Every account with this e-mail: a customer's and one of staff or a fieldworker. */
export const findAccounts = async (req: PayloadRequest, email: string): Promise<FoundAccount[]> => {
  const where = { email: { equals: readEmail(email) ?? email } }
  const found: FoundAccount[] = []
  for (const collection of ['customers', 'users'] as const) {
    const account = await req.payload.db.findOne<Omit<FoundAccount, 'collection'>>({
      collection,
      req,
      where,
    })
    if (account) found.push({ ...account, collection })
  }
  return found
}
