import type { CollectionBeforeChangeHook, PayloadRequest } from 'payload'
import type { Actor } from '../../../access/actor.ts'
import type { Command } from '../../../contracts/bookings/command.ts'
import { acceptanceLifecycle } from '../../../domain/bookings/acceptance-lifecycle.ts'
import { skips } from '../../../domain/bookings/command-facts.ts'
import { answerFacts } from '../../../domain/bookings/facts.ts'
import { isOpenOffer } from '../../../domain/bookings/states.ts'
import { DomainError } from '../../../domain/domain-error.ts'
import { decide } from '../../../domain/lifecycle.ts'
import type { Appointment, AssignmentOffer } from '../../../payload-types.ts'
import { actingIn } from '../../../steps/bookings/acting-in.ts'
import { idOf } from '../../../domain/id-of.ts'
import { commandIn } from '../../../steps/bookings/command-in.ts'
import { answerCase } from '../../../steps/bookings/booking-case.ts'
import { bookingOf } from '../../../steps/bookings/booking-of.ts'
import { offersOf } from '../../../steps/bookings/offers.ts'

type Case = {
  req: PayloadRequest
  actor: Actor
  command: Command
  before: Appointment
  after: Partial<Appointment>
  offers: AssignmentOffer[]
}

/** The event that a change of the answer, or an assignment, amounts to. */
const eventOf = ({ before, after, command }: Case): string => {
  const to = after.acceptance ?? before.acceptance
  if (command.name === 'assign') {
    if (to === 'pending') return 'ask'
    return to === 'not_required' ? 'assign' : 'unassign'
  }
  if (to === 'accepted') return 'accept'
  if (to === 'declined') return 'decline'
  if (to === 'unassigned') return command.name === 'expire' ? 'expire' : 'unassign'
  if (to === 'pending' && before.acceptance !== 'unassigned') return 'pend'
  throw new DomainError('command-needed', 'Use the assign action to set a fieldworker.', {
    field: 'acceptance',
  })
}

/** What the event makes of the visit's person. */
const consequences = (given: Case, event: string, person: string | null): Partial<Appointment> => {
  const { before, after } = given
  if (event === 'accept') return { fieldworker: person, reservedFor: null }
  if (event === 'decline') return { fieldworker: null, reservedFor: null }
  if (event === 'pend') return { fieldworker: person, reservedFor: null, method: 'request' }
  if (event === 'unassign' || event === 'expire') {
    const reservedFor = idOf(after.reservedFor) ?? idOf(before.fieldworker)
    return { fieldworker: null, reservedFor: after.unreserved ? null : reservedFor }
  }
  const fieldworker = idOf(after.fieldworker)
  return { fieldworker, reservedFor: fieldworker ? null : idOf(before.reservedFor) }
}

const answers = new Set(['accept', 'decline', 'pend'])

/** Whoever answers for somebody else names the person, so that the history does too. */
const namedPerson = ({ actor, command }: Case, event: string, person: string | null) =>
  answers.has(event) && person && actor.kind !== 'fieldworker'
    ? { command: { ...command, onBehalfOf: person } }
    : {}

const settle = async (given: Case) => {
  const { req, actor, command, before, after, offers } = given
  const event = eventOf(given)
  const booking = await bookingOf(req, before)
  const newPerson = idOf(before.fieldworker) ? null : idOf(after.fieldworker)
  const named = command.onBehalfOf ?? newPerson
  const known = answerCase({ actor, booking, visit: before, offers, named })
  const { person } = known
  const from = before.acceptance
  const { to } = decide({
    lifecycle: acceptanceLifecycle,
    ...{ from, event, actor, facts: answerFacts(known) },
  })
  const open = known.offers.filter(isOpenOffer)
  const others = open.filter(({ fieldworker }) => fieldworker !== person)
  if (event === 'decline' && others.length > 0 && open.length > others.length) {
    throw new DomainError('transition-refused', 'Others are still asked; only one offer closes.')
  }
  return {
    ...after,
    acceptance: to,
    ...consequences(given, event, person),
    ...namedPerson(given, event, person),
  }
}

/** Of several who were asked, the first to accept has the visit; answering for another is too late. */
const assertNotTaken = (
  { name, onBehalfOf }: Command,
  { acceptance, fieldworker }: Appointment,
) => {
  const isOther = onBehalfOf !== undefined && onBehalfOf !== idOf(fieldworker)
  if (name !== 'accept' || acceptance !== 'accepted' || !isOther) return
  throw new DomainError('transition-refused', 'Someone else accepted this visit first.')
}

/**
 * Guard: an answer or an assignment follows the acceptance lifecycle, whatever the door, and
 * settles who the visit's person is.
 * @throws {DomainError} transition-refused, not-allowed, invalid-input, command-needed
 */
export const guardAcceptance: CollectionBeforeChangeHook<Appointment> = async ({
  data,
  operation,
  originalDoc,
  req,
}) => {
  if (operation !== 'update' || !originalDoc) return data
  const command = commandIn(data)
  // A move has decided what is asked of whom.
  if (skips('appointments', command, 'answer')) return data
  const isAssigning = command.name === 'assign'
  assertNotTaken(command, originalDoc)
  if (!isAssigning && (data.acceptance ?? originalDoc.acceptance) === originalDoc.acceptance) {
    return data
  }
  const actor = await actingIn(req, command)
  const offers = await offersOf(req, originalDoc.id)
  return settle({ req, actor, command, before: originalDoc, after: data, offers })
}
