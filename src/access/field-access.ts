import { isOffice } from '../domain/bookings/office.ts'
import type { FieldAccess, PayloadRequest } from 'payload'
import { mayCommand } from '../domain/bookings/commands.ts'
import type { Permission } from '../domain/people/permissions.ts'
import { type Actor, actorOf, may } from './actor.ts'
import { commandOf } from './command.ts'

const readable =
  (rule: (actor: Actor, doc: Record<string, unknown> | undefined) => boolean): FieldAccess =>
  async ({ req, doc }: { req: PayloadRequest; doc?: Record<string, unknown> }) =>
    rule(await actorOf(req), doc)

/** Read by the office alone: internal notes, labels, owners. */
export const officeReads: FieldAccess = readable(isOffice)

/** Read by the office and by the customer it belongs to. */
export const officeOrCustomerReads: FieldAccess = readable(
  (actor) => isOffice(actor) || actor.customer !== undefined,
)

/** Read by the office and by fieldworkers. */
export const officeOrFieldworkerReads: FieldAccess = readable(
  (actor) => isOffice(actor) || actor.kind === 'fieldworker',
)

/** Prices: staff by flag, customers their own, fieldworkers where their role shows them. */
export const pricesRead: FieldAccess = readable((actor) => {
  if (isOffice(actor)) return may(actor, 'price.view')
  if (actor.kind === 'fieldworker') return may(actor, 'own.see-price')
  return true
})

/** Street, point and access notes: a fieldworker needs the flag for the full address. */
export const fullAddressRead: FieldAccess = readable((actor) => {
  if (actor.kind === 'fieldworker') return may(actor, 'own.see-full-address')
  return isOffice(actor) || actor.customer !== undefined
})

/** Why an offer was answered so: read by the office, and by the fieldworker who answered it. */
export const ownAnswerRead: FieldAccess = readable(
  (actor, doc) => isOffice(actor) || doc?.['onBehalf'] === false,
)

/** Read with one of the flags, and by the account itself. */
export const readsWith = (...permissions: Permission[]): FieldAccess =>
  readable(
    (actor, doc) =>
      (doc?.id !== undefined && doc.id === actor.id) ||
      (isOffice(actor) && permissions.some((permission) => may(actor, permission))),
  )

/** Written with the flag, whatever the rest of the document allows. */
export const writesWith =
  (permission: Permission): FieldAccess =>
  async ({ req }) => {
    const actor = await actorOf(req)
    const command = commandOf(req)
    if (command && mayCommand(actor, command)) return true
    return isOffice(actor) && may(actor, permission)
  }

/** Nobody: set by the product's own code. */
export const never: FieldAccess = () => false
