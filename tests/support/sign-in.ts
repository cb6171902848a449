import { randomUUID } from 'node:crypto'
import { jwtSign, type Payload } from 'payload'
import { emailOf, type Person, testKey } from './people.ts'

const collectionOf = (person: Person): 'customers' | 'users' =>
  person === 'customer' || person === 'otherCustomer' ? 'customers' : 'users'

type Session = { id: string; createdAt: string; expiresAt: string }

const sessions = new WeakMap<Payload, Map<Person, Promise<[string, string][]>>>()

const open = async (payload: Payload, person: Person): Promise<[string, string][]> => {
  const collection = collectionOf(person)
  const where = { email: { equals: emailOf(person) } }
  const account = await payload.db.findOne<{ id: string; sessions?: Session[] }>({
    collection,
    where,
  })
  if (!account) throw new Error(`There is no account for ${person}.`)
  const session = {
    id: randomUUID(),
    createdAt: new Date().toISOString(),
    expiresAt: new Date(Date.now() + 3_600_000).toISOString(),
  }
  await payload.db.updateOne({
    collection,
    id: account.id,
    data: { ...account, sessions: [...(account.sessions ?? []), session] },
    returning: false,
  })
  const { token } = await jwtSign({
    fieldsToSign: { id: account.id, collection, email: emailOf(person), sid: session.id },
    secret: payload.secret,
    tokenExpiration: 3600,
  })
  return [['authorization', `JWT ${token}`]]
}

/** The headers of a person's session, opened once an app without the cost of a password. */
export const signIn = async (payload: Payload, person: Person): Promise<[string, string][]> => {
  if (person === 'anonymous') return []
  if (person === 'apiKey') return [['authorization', `Bearer ${testKey}`]]
  const known = sessions.get(payload) ?? new Map<Person, Promise<[string, string][]>>()
  sessions.set(payload, known)
  const headers = known.get(person) ?? open(payload, person)
  known.set(person, headers)
  return headers
}
