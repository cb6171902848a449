import { isOffice } from '../domain/bookings/office.ts'
import type { PayloadRequest, Where } from 'payload'
import type { Permission } from '../domain/people/permissions.ts'
import { type Actor, actorOf, may } from './actor.ts'
import { commandOf } from './command.ts'

/** The rows an actor may touch: all, none, or those that match. */
export type Rows = boolean | Where

/** One answer for each kind of caller; whoever is not named gets nothing. */
export type RowsByActor = {
  /** Staff and API keys: one of these flags opens all rows. */
  office?: boolean | Permission | Permission[]
  /** Staff without the flags: what is theirs anyway. */
  staff?: (actor: Actor) => Rows
  customer?: (customer: string, actor: Actor) => Rows
  fieldworker?: (fieldworker: string, req: PayloadRequest, actor: Actor) => Promise<Rows> | Rows
  anyone?: Rows | ((req: PayloadRequest) => Promise<Rows>)
  /** Outside the office the operation is part of a command and never a plain save. */
  onlyByCommand?: boolean
}

const opens = (actor: Actor, office: RowsByActor['office']): boolean => {
  if (office === undefined || typeof office === 'boolean') return office === true
  return [office].flat().some((permission) => may(actor, permission))
}

const rowsOfAnyone = (req: PayloadRequest, { anyone = false }: RowsByActor) =>
  typeof anyone === 'function' ? anyone(req) : anyone

/** The rows for the actor of this request; without a matching entry, none. */
export const rowsFor = async (req: PayloadRequest, by: RowsByActor): Promise<Rows> => {
  const actor = await actorOf(req)
  if (actor.kind === 'system') return true
  if (isOffice(actor)) {
    if (opens(actor, by.office)) return true
    if (actor.kind === 'staff' && by.staff) return by.staff(actor)
    return by.onlyByCommand ? false : rowsOfAnyone(req, by)
  }
  if (by.onlyByCommand && !commandOf(req)) return false
  if (actor.customer && by.customer) return by.customer(actor.customer, actor)
  if (actor.kind === 'fieldworker' && actor.fieldworker && by.fieldworker) {
    return by.fieldworker(actor.fieldworker, req, actor)
  }
  return rowsOfAnyone(req, by)
}
