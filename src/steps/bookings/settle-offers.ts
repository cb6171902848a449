import type { PayloadRequest } from 'payload'
import type { Actor } from '../../access/actor.ts'
import type { Command } from '../../contracts/bookings/command.ts'
import { concernsOffers, offerPlan, whoLost } from '../../domain/bookings/offers.ts'
import { isOpenOffer } from '../../domain/bookings/states.ts'
import { DomainError } from '../../domain/domain-error.ts'
import { announceBooking } from '../messages/announce-booking.ts'
import type { Appointment, AssignmentOffer } from '../../payload-types.ts'
import { idOf } from '../../domain/id-of.ts'
import { offerIn } from './booking-case.ts'
import { candidatesFor } from './candidates-for.ts'
import { lastTo, offerTerms, offerTo, sinceOffer } from './offer-terms.ts'
import { createOffer, offersOf, offersOfEach, updateOffer } from './offers.ts'

export type OfferChange = {
  req: PayloadRequest
  actor: Actor
  command: Command
  before: Partial<Appointment>
  visit: Appointment
}

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
    const previous = lastTo(fieldworker, past)
    await createOffer(req, offerTo(fieldworker, { visit, previous, ...terms }))
  }
  return people
}

/** Keeps an answer that had no open offer, such as an override or a direct assignment declined. */
const keepAnswer = async (
  change: OfferChange,
  past: AssignmentOffer[],
  { fieldworker, state }: { fieldworker: string; state: 'accepted' | 'declined' },
) => {
  const { req, visit } = change
  const own = past.filter((offer) => idOf(offer.fieldworker) === fieldworker)
  const open = own.findLast(
    (offer) => isOpenOffer(offer) || (state === 'declined' && offer.state === 'accepted'),
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

/** Tells those whose offers ended and who have no part in the visit any more. */
const tellLost = async (
  { req, visit }: Pick<OfferChange, 'req' | 'visit'>,
  { closed, asked }: { closed: AssignmentOffer[]; asked: string[] },
) => {
  const lost = whoLost(closed.map(offerIn), { asked, fieldworker: idOf(visit.fieldworker) })
  const ids = new Set(lost.map(({ id }) => id))
  const gone = closed.filter(({ id }) => ids.has(id))
  for (const [visitOfOffer, offers] of Map.groupBy(gone, (one) => idOf(one.appointment) ?? '')) {
    await announceBooking(req, {
      effect: 'offer-withdrawn',
      bookingId: idOf(offers[0]?.booking) ?? '',
      appointmentIds: [visitOfOffer],
      formerly: offers.map(({ fieldworker }) => ({
        appointment: visitOfOffer,
        fieldworker: idOf(fieldworker) ?? '',
      })),
    })
  }
}

const partOf = (visit: Appointment | Partial<Appointment>) => ({
  acceptance: visit.acceptance ?? 'unassigned',
  fieldworker: idOf(visit.fieldworker),
  status: visit.status ?? 'pending',
})

/**
 * Ends the open offers of visits that others have succeeded, and tells the people whom the successors
 * do not ask. The successors' own offers are written already.
 */
export const endReplacedOffers = async (req: PayloadRequest, successors: Appointment[]) => {
  const replaced = successors.flatMap(({ replaces }) => idOf(replaces) ?? [])
  const past = await offersOfEach(req, replaced)
  if (![...past.values()].flat().some(isOpenOffer)) return
  const asked = await offersOfEach(
    req,
    successors.map(({ id }) => id),
  )
  for (const visit of successors) {
    const offers = past.get(idOf(visit.replaces) ?? '') ?? []
    const change = { before: null, after: partOf(visit), isAssigning: false, isMoved: true }
    const { close } = offerPlan({ ...change, onBehalfOf: null, offers: offers.map(offerIn) })
    for (const { id, state } of close) await updateOffer(req, id, { state })
    const closed = offers.filter(({ id }) => close.some((one) => one.id === id))
    const people = (asked.get(visit.id) ?? []).flatMap(({ fieldworker }) => idOf(fieldworker) ?? [])
    await tellLost({ req, visit }, { closed, asked: people })
  }
}

/** Opens, closes and answers the offers of a visit as its change demands. */
export const settleOffers = async (change: OfferChange) => {
  const { req, before, visit, command } = change
  const replaced = before.id ? null : idOf(visit.replaces)
  const known = {
    before: before.id ? partOf(before) : null,
    after: partOf(visit),
    isAssigning: command.name === 'assign',
    isMoved: command.name === 'retime' || replaced !== null,
    onBehalfOf: command.onBehalfOf ?? null,
  }
  if (!concernsOffers(known)) return
  const isStored = Boolean(before.id) || replaced !== null
  const past = isStored ? await offersOf(req, replaced ?? visit.id) : []
  const { close, answer, asks } = offerPlan({ ...known, offers: past.map(offerIn) })
  if (answer) await keepAnswer(change, past, answer)
  for (const { id, state } of close) await updateOffer(req, id, { state })
  const asked = asks ? await ask(change, past) : []
  const ids = new Set(close.map(({ id }) => id))
  await tellLost(change, { closed: past.filter(({ id }) => ids.has(id)), asked })
}
