import type { CollectionBeforeChangeHook, PayloadRequest } from 'payload'
import type { Actor } from '../../../access/actor.ts'
import type { Command } from '../../../contracts/bookings/command.ts'
import { acceptanceLifecycle } from '../../../domain/bookings/acceptance-lifecycle.ts'
import { respondentOf } from '../../../domain/bookings/respondent.ts'
import { DomainError } from '../../../domain/domain-error.ts'
import { decide } from '../../../domain/lifecycle.ts'
import type { Appointment, AssignmentOffer } from '../../../payload-types.ts'
import { actingIn } from '../../../steps/bookings/acting-in.ts'
import { idOf } from '../../../domain/id-of.ts'
import { commandIn } from '../../../steps/bookings/command-in.ts'
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

const isLive = (status: string) => status === 'pending' || status === 'confirmed'
const personOf = (offer: AssignmentOffer | undefined) => idOf(offer?.fieldworker)

/** Its own person comes too late; the office may still answer for them. */
const isOver = ({ respondBy }: AssignmentOffer) =>
  respondBy !== null && respondBy !== undefined && Date.parse(respondBy) <= Date.now()

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
  throw new DomainError('command-needed', 'Name the fieldworker with the command assign.', {
    status: 409,
    field: 'acceptance',
  })
}

/** The person who answers, or for whom somebody else does. */
const whoAnswers = ({ actor, before, after, command, offers }: Case): string | null => {
  if (actor.kind === 'fieldworker') return actor.fieldworker ?? null
  if (command.onBehalfOf) return command.onBehalfOf
  const asked = offers.map((offer) => ({ fieldworker: personOf(offer), state: offer.state ?? '' }))
  return respondentOf(idOf(before.fieldworker) ?? idOf(after.fieldworker), asked)
}

const whoNeeded = () =>
  new DomainError('invalid-input', 'Several people were asked. Say for whom you answer.', {
    status: 422,
    field: 'onBehalfOf',
  })

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

/** Whoever answers for somebody else names the person, so that the history does too (AC-05). */
const named = ({ actor, command }: Case, event: string, person: string | null) =>
  answers.has(event) && person && actor.kind !== 'fieldworker'
    ? { command: { ...command, onBehalfOf: person } }
    : {}

const settle = async (given: Case) => {
  const { req, actor, before, after, offers } = given
  const event = eventOf(given)
  const booking = await bookingOf(req, before)
  const open = offers.filter(({ state }) => state === 'pending')
  const person = whoAnswers(given)
  const own = actor.fieldworker
  const { to } = decide({
    lifecycle: acceptanceLifecycle,
    from: before.acceptance,
    event,
    actor,
    facts: {
      isOwnVisit:
        own !== undefined &&
        (idOf(before.fieldworker) === own || open.some((offer) => personOf(offer) === own)),
      isLive: isLive(booking.status) && !booking.deletedAt,
      isActive: isLive(before.status),
      isNotStarted: before.progress === 'not_started',
      isOffered:
        person === null ||
        open.some((offer) => personOf(offer) === person && !(own && isOver(offer))),
      isFree: idOf(before.fieldworker) === null,
    },
  })
  const isAnswer = event === 'accept' || event === 'pend'
  if (isAnswer && !person) throw whoNeeded()
  const others = open.filter((offer) => personOf(offer) !== person)
  if (event === 'decline' && person && others.length > 0 && open.length > others.length) {
    throw new DomainError('transition-refused', 'Others are still asked; only one offer closes.', {
      status: 409,
    })
  }
  return {
    ...after,
    acceptance: to,
    ...consequences(given, event, person),
    ...named(given, event, person),
  }
}

/** Of several who were asked, the first to accept has the visit; answering for another is too late. */
const assertNotTaken = (
  { name, onBehalfOf }: Command,
  { acceptance, fieldworker }: Appointment,
) => {
  const isOther = onBehalfOf !== undefined && onBehalfOf !== idOf(fieldworker)
  if (name !== 'accept' || acceptance !== 'accepted' || !isOther) return
  throw new DomainError('transition-refused', 'Somebody else accepted this visit first.', {
    status: 409,
  })
}

/**
 * Guard: an answer or an assignment follows the acceptance lifecycle, whatever the door, and
 * settles who the visit's person is (DOMAIN §3 C2).
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
  if (command.name === 'retime') return data
  const isAssigning = command.name === 'assign'
  assertNotTaken(command, originalDoc)
  if (!isAssigning && (data.acceptance ?? originalDoc.acceptance) === originalDoc.acceptance) {
    return data
  }
  const actor = await actingIn(req, command)
  const offers = await offersOf(req, originalDoc.id)
  return settle({ req, actor, command, before: originalDoc, after: data, offers })
}
