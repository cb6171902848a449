import type { PayloadRequest, Where } from 'payload'
import { actorOf, may } from '../../access/actor.ts'
import type { GiveLogin } from '../../contracts/people/team.ts'
import { inTransaction } from '../../database/in-transaction.ts'
import { lockRow } from '../../database/locks.ts'
import { DomainError } from '../../domain/domain-error.ts'
import { idOf } from '../../domain/id-of.ts'
import type { User } from '../../payload-types.ts'
import { inviteUser } from './invite-user.ts'

const one = { pagination: false, limit: 1, depth: 0, overrideAccess: false } as const

const refuse = (field: string, message: string) =>
  new DomainError('invalid-input', message, { field })

const accountWhere = async (
  req: PayloadRequest,
  field: 'email' | 'fieldworker',
  value: string,
): Promise<User | undefined> => {
  const where = { [field]: { equals: value } }
  const { docs } = await req.payload.find({ collection: 'users', where, req, ...one })
  return docs[0]
}

/** The role asked for, or the one that fieldworkers have. @throws {DomainError} invalid-input */
const roleFor = async (req: PayloadRequest, asked: string | undefined): Promise<string> => {
  const where: Where = asked
    ? { id: { equals: asked }, kind: { equals: 'fieldworker' } }
    : { kind: { equals: 'fieldworker' } }
  const { docs } = await req.payload.find({
    collection: 'roles',
    where,
    sort: 'createdAt',
    req,
    ...one,
    limit: 50,
  })
  const role = docs.find(({ slug }) => slug === 'fieldworker') ?? docs[0]
  if (role) return role.id
  throw refuse('role', 'Choose a role for fieldworkers: this one is for the office or customers.')
}

/** @throws {DomainError} invalid-input where the address belongs to somebody else's account */
const assertFree = (account: User, person: string) => {
  const linked = idOf(account.fieldworker)
  if (account.kind === 'fieldworker' && (linked === null || linked === person)) return
  throw refuse('email', `${account.name} signs in with this address. Enter another one.`)
}

const save = (req: PayloadRequest, id: string, data: Partial<User>) =>
  req.payload.update({ collection: 'users', id, data, depth: 0, req, overrideAccess: false })

/** Makes the account, or links or switches on the one there is; returns its id. */
const accountFor = async (
  req: PayloadRequest,
  { person, name, email, role }: { person: string; name: string; email: string; role?: string },
): Promise<string> => {
  const known = await accountWhere(req, 'email', email)
  if (known) {
    assertFree(known, person)
    await save(req, known.id, { fieldworker: person, active: true })
    return known.id
  }
  const data = {
    ...{ name, email, kind: 'fieldworker' as const, role: await roleFor(req, role) },
    ...{ fieldworker: person, active: true },
  }
  const made = await req.payload.create({
    collection: 'users',
    data: data as never,
    depth: 0,
    req,
    overrideAccess: false,
  })
  return made.id
}

/**
 * Gives a fieldworker a login and mails the invitation; nobody types a password. A login that was
 * switched off is switched on again.
 * @throws {DomainError} not-allowed, not-found, invalid-input, transition-refused
 */
export const giveLogin = (
  req: PayloadRequest,
  { id, email, role }: GiveLogin & { id: string },
): Promise<string> =>
  inTransaction(req, async () => {
    if (!may(await actorOf(req), 'users.edit')) {
      throw new DomainError('not-allowed', 'Your role may not invite people.')
    }
    await lockRow(req, 'fieldworkers', id)
    const person = await req.payload.findByID({
      collection: 'fieldworkers',
      id,
      depth: 0,
      req,
      overrideAccess: false,
    })
    const known = await accountWhere(req, 'fieldworker', id)
    if (known?.active) {
      const message = `${person.name} already has a login. Send the invitation again instead.`
      throw new DomainError('transition-refused', message)
    }
    const address = email ?? known?.email ?? person.email
    if (!address) throw refuse('email', 'Enter an email address: the invitation goes there.')
    const given = { person: id, name: person.name, email: address, ...(role && { role }) }
    const user = known?.id ?? (await accountFor(req, given))
    if (known) await save(req, known.id, { email: address, active: true })
    await inviteUser(req, user)
    return user
  })
