import { createLocalReq } from 'payload'
import { sendDelivery } from '../../src/jobs/messages/send-delivery.ts'
import { type LinkPurpose, mintLink } from '../../src/operations/messages/mint-link.ts'
import { openHarness } from './harness.ts'
import type { Person } from './people.ts'

export type Refused = { errors?: { code: string; field?: string; message: string }[] }

type Account = { id: string; email: string; hash: string; collection: 'customers' | 'users' }
type Message = { to: string; text: string }

/** The product with the words in which the stories of accounts are told. */
export const openAccountHarness = async () => {
  const harness = await openHarness()

  const accountOf = async (person: Person): Promise<Account> => {
    const collection = person.toLowerCase().includes('customer') ? 'customers' : 'users'
    const [row] = await harness.sql<Account>(`select * from ${collection} where name = $1`, [
      person,
    ])
    return { ...(row as Account), collection }
  }

  return {
    ...harness,
    accountOf,
    unlockAll: async () => {
      for (const table of ['customers', 'users']) {
        await harness.sql(`update ${table} set login_attempts = 0, lock_until = null`)
      }
    },
    signIn: (email: string, password: string, path = '/app/session') =>
      harness.app.request<Refused & { me?: { kind: string }; next?: string }>('POST', path, {
        body: { email, password },
      }),
    /** The token of a new link into the person's account. */
    linkFor: async (person: Person, purpose: LinkPurpose) => {
      const { id: subjectId, collection: subjectType } = await accountOf(person)
      const req = await createLocalReq({}, harness.app.payload)
      const expiresAt = Date.now() + 600_000
      const link = await mintLink(req, { purpose, subjectType, subjectId, expiresAt })
      return link.split('/').at(-1)
    },
    reset: (token: string | undefined, password: string) =>
      harness.app.request<Refused>('POST', '/app/session/reset', { body: { token, password } }),
    enter: (token: string | undefined) =>
      harness.app.request<{ me?: { kind: string } }>('POST', '/app/session/enter', {
        body: { token },
      }),
    /** Sends the newest message of an event, and what the outbox holds of it. */
    sent: async (event: string): Promise<Message | undefined> => {
      const [row] = await harness.sql<{ id: string; key: string }>(
        'select id, key from deliveries where event = $1 order by created_at desc limit 1',
        [event],
      )
      await sendDelivery(harness.app.payload, { id: row?.id ?? '' })
      const [message] = await harness.sql<Message>(
        'select * from outbox_messages where delivery_key = $1',
        [row?.key],
      )
      return message
    },
  }
}

export type AccountHarness = Awaited<ReturnType<typeof openAccountHarness>>
