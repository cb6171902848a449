import type { PayloadRequest } from 'payload'
import type { AccountCollection } from './create-session.ts'

export type FoundAccount = {
  collection: AccountCollection
  id: string
  email: string
  kind?: string
  active?: boolean | null
}

/** The account with this e-mail: a customer's, else a member of staff's or fieldworker's. */
export const findAccount = async (
  req: PayloadRequest,
  email: string,
): Promise<FoundAccount | null> => {
  const where = { email: { equals: email.toLowerCase() } }
  for (const collection of ['customers', 'users'] as const) {
    const found = await req.payload.db.findOne<Omit<FoundAccount, 'collection'>>({
      collection,
      req,
      where,
    })
    if (found) return { ...found, collection }
  }
  return null
}
