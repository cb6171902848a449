import { sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { statement } from '../statement.ts'

type EmailOwners = { isCustomer: boolean; isUser: boolean }

/** Which kinds of accounts have an e-mail address, deleted ones included. */
export const readEmailOwners = async (req: PayloadRequest, email: string): Promise<EmailOwners> => {
  const [found] = await read(req, { email })
  return found as EmailOwners
}

const read = statement<EmailOwners, { email: string }>(
  'email_owners',
  () => sql`select
    exists (select from customers where email = ${sql.placeholder('email')}) as "isCustomer",
    exists (select from users where email = ${sql.placeholder('email')}) as "isUser"`,
)
