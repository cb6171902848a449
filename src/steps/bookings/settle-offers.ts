import type { PayloadRequest } from 'payload'
import type { Actor } from '../../access/actor.ts'
import type { Command } from '../../contracts/bookings/command.ts'
import { DomainError } from '../../domain/domain-error.ts'
import { announceBooking } from '../messages/announce-booking.ts'
import type { Appointment, AssignmentOffer } from '../../payload-types.ts'
import { idOf } from '../../domain/id-of.ts'
import { candidatesFor } from './candidates-for.ts'
import { offerTerms, offerTo, sinceOffer } from './offer-terms.ts'
import { createOffer, offersOf, updateOffer } from './offers.ts'

export type OfferChange = {
  req: PayloadRequest
  actor: Actor
  command: Command
  before: Partial<Appointment>
  visit: Appointment
}

const ended = new Set(['cancelled', 'rescheduled', 'completed', 'no_show'])

/**
 * Other times that whoever declines could come, each as long as the visit.
 * @throws {DomainError} invalid-input for a time that is over
 */
export const alternativesIn = ({ alternatives }: Command, visit: Appointment) => {
  if (!alternatives || alternatives.length === 0) return null
  const length = Date.parse(visit.end) - Date.parse(visit.start)
  return alternatives.map(({ start, end }) => {
    const from = Date.parse(start)
    const until = end ? Date.parse(end) : from + length
    if (from > Date.now() && until > from) {
      return { start: new Date(from).toISOString(), end: new Date(until).toISOString() }
    }
    throw new DomainError('invalid-input', 'Propose times that are still ahead.', {
      status: 422,
      field: 'alternatives',
    })
  })
}

const answerBy = ({ actor, command, visit }: OfferChange, fieldworker: string | null) => ({
  alternatives: alternativesIn(command, visit),
  respondedAt: new Date().toISOString(),
  respondedBy: { kind: actor.kind, account: actor.id ?? null, name: actor.name },
  onBehalf: actor.fieldworker !== fieldworker,
  reason: command.reason ?? null,
})

/** Asks whoever is meant to be asked, and returns whom. */
const ask = async (change: OfferChange, past: AssignmentOffer[]): Promise<string[]> => {
  const { req, visit, command } = change
  const asked = idOf(visit.fieldworker)
  const people = asked ? [asked] : await candidatesFor(req, visit, command.candidates)
  const terms = await offerTerms(req, command)
  for (const fieldworker of people) {
    const previous = past.findLast((offer) => idOf(offer.fieldworker) === fieldworker)
    await createOffer(req, offerTo(fieldworker, { visit, previous, ...terms }))
  }
  return people
}

/** Closes offers that lost their point and tells whom they were made to. */
const close = async (
  { req, visit }: Pick<OfferChange, 'req' | 'visit'>,
  offers: AssignmentOffer[],
  state: AssignmentOffer['state'],
) => {
  for (const offer of offers) await updateOffer(req, offer.id, { state })
  const lost = offers.flatMap((offer) => idOf(offer.fieldworker) ?? [])
  const formerly = lost.map((fieldworker) => ({ appointment: visit.id, fieldworker }))
  if (formerly.length === 0) return
  await announceBooking(req, {
    effect: 'offer-withdrawn',
    bookingId: idOf(visit.booking) ?? '',
    appointmentIds: [visit.id],
    formerly,
  })
}

/** Keeps an answer that had no open offer, such as an override or a direct assignment declined. */
const answer = async (
  change: OfferChange,
  past: AssignmentOffer[],
  { fieldworker, state }: { fieldworker: string; state: 'accepted' | 'declined' },
) => {
  const { req, visit } = change
  const own = past.filter((offer) => idOf(offer.fieldworker) === fieldworker)
  const open = own.findLast(
    (offer) => offer.state === 'pending' || (state === 'declined' && offer.state === 'accepted'),
  )
  if (open) return updateOffer(req, open.id, { state, ...answerBy(change, fieldworker) })
  return createOffer(req, {
    appointment: visit.id,
    booking: idOf(visit.booking),
    fieldworker,
    mode: visit.method ?? 'direct',
    state,
    sentAt: new Date().toISOString(),
    previous: own.at(-1)?.id ?? null,
    changes: sinceOffer(visit, own.at(-1)),
    ...answerBy(change, fieldworker),
  })
}

/**
 * A visit that moved asks again: what was open closes, and only those hear of it who have no part
 * any more. Of its successor's offers, `past` are those of the visit it replaces.
 */
const reissue = async (change: OfferChange, past: AssignmentOffer[]) => {
  const { req, visit } = change
  const open = past.filter((offer) => offer.state === 'pending')
  for (const offer of open) await updateOffer(req, offer.id, { state: 'withdrawn' })
  const people = visit.acceptance === 'pending' ? await ask(change, past) : []
  const lost = open.flatMap(({ fieldworker, booking, appointment }) => {
    const person = idOf(fieldworker)
    const isIn = !person || people.includes(person) || idOf(visit.fieldworker) === person
    return isIn ? [] : [{ person, booking: idOf(booking) ?? '', visit: idOf(appointment) ?? '' }]
  })
  for (const { person, booking, visit: id } of lost) {
    await announceBooking(req, {
      effect: 'offer-withdrawn',
      bookingId: booking,
      appointmentIds: [id],
      formerly: [{ appointment: id, fieldworker: person }],
    })
  }
}

/** Opens, closes and answers the offers of a visit as its change demands. */
export const settleOffers = async (change: OfferChange) => {
  const { req, before, visit, command } = change
  // The offers of a visit that was moved are its successor's to close.
  if (visit.status === 'rescheduled') return
  const replaced = before.id ? null : idOf(visit.replaces)
  if (command.name === 'retime' || replaced) {
    return reissue(change, await offersOf(req, replaced ?? visit.id))
  }
  const [from, to] = [before.acceptance ?? 'unassigned', visit.acceptance]
  const [was, is] = [idOf(before.fieldworker), idOf(visit.fieldworker)]
  const isEnding = ended.has(visit.status) && !ended.has(before.status ?? 'pending')
  if (from === to && was === is && !isEnding && change.command.name !== 'assign') return
  const past = before.id ? await offersOf(req, visit.id) : []
  const open = past.filter((offer) => offer.state === 'pending')
  if (isEnding) {
    const own = open.filter((offer) => idOf(offer.fieldworker) === is)
    for (const offer of own) await updateOffer(req, offer.id, { state: 'withdrawn' })
    return close(
      change,
      open.filter((offer) => !own.includes(offer)),
      'withdrawn',
    )
  }
  if (to === 'accepted' && is) {
    await answer(change, past, { fieldworker: is, state: 'accepted' })
    return close(
      change,
      open.filter((offer) => idOf(offer.fieldworker) !== is),
      'superseded',
    )
  }
  if (to === 'declined') {
    const decliner = was ?? change.command.onBehalfOf ?? idOf(open[0]?.fieldworker)
    if (decliner) await answer(change, past, { fieldworker: decliner, state: 'declined' })
    return close(
      change,
      open.filter((offer) => idOf(offer.fieldworker) !== decliner),
      'superseded',
    )
  }
  const held = past.filter((offer) => offer.state === 'accepted' && idOf(offer.fieldworker) !== is)
  const others = open.filter((offer) => idOf(offer.fieldworker) !== is)
  for (const offer of open) {
    if (!others.includes(offer)) await updateOffer(req, offer.id, { state: 'withdrawn' })
  }
  await close(change, [...others, ...held], 'withdrawn')
  if (to === 'pending') await ask(change, past)
}
