import type { PayloadRequest } from 'payload'
import { actorOf } from '../../access/actor.ts'
import {
  readEffectFacts,
  type StoredEffectFacts,
  type StoredVisit,
} from '../../database/messages/effect-facts.ts'
import type { BookingEffect } from '../../domain/messages/effect-facts.ts'
import { effectsToDeliveries } from '../../domain/messages/effects-to-deliveries.ts'
import { spanInWords } from '../../domain/messages/words.ts'
import { enqueueDeliveries } from './enqueue-deliveries.ts'

export type Announcement = {
  effect: BookingEffect
  bookingId: string
  /** The visits it is about. Default: all of the booking. */
  appointmentIds?: string[]
  /** The offers that are new. Default: every open offer of those visits. */
  offerIds?: string[]
  /** Who had a visit or was asked for it before. */
  formerly?: { appointment: string; fieldworker: string }[]
  reason?: string | null
  /** When somebody is told again what they were told before (ISO instant). */
  again?: string
}

/**
 * Tells whom it concerns what a command did: deliveries and in-app entries, in the transaction of
 * the command and after its rows are written. A repeat sends nothing twice, but lists it twice.
 */
export const announceBooking = (
  req: PayloadRequest,
  { effect, ...announcement }: Announcement,
): Promise<void> => announceEffects(req, { ...announcement, effects: [{ effect }] })

type Effects = Omit<Announcement, 'effect'> & {
  /** What happened, in the order in which it is told; `concerns` leaves visits out. */
  effects: { effect: BookingEffect; concerns?: (visit: StoredVisit) => boolean }[]
}

/** Several effects of one command on one booking, by one reading of the facts. */
export async function announceEffects(
  req: PayloadRequest,
  { effects, bookingId, appointmentIds, offerIds, formerly = [], reason = null, again }: Effects,
): Promise<void> {
  const [stored] = await readEffectFacts(req, {
    bookingIds: [bookingId],
    appointmentIds: appointmentIds ?? null,
    offerIds: offerIds ?? null,
    people: formerly.map(({ fieldworker }) => fieldworker),
  })
  if (stored) await tell(req, [{ stored, effects, formerly, reason, ...(again && { again }) }])
}

/** Of one booking among several: the visits it is about, and who had them before. */
type OneOfEach = Pick<Announcement, 'appointmentIds' | 'bookingId' | 'formerly'>

/** The same effect on several bookings, by one reading and one writing; not told twice of one. */
export async function announceEach(
  req: PayloadRequest,
  { effect, bookings }: { effect: BookingEffect; bookings: OneOfEach[] },
): Promise<void> {
  if (bookings.length === 0) return
  const named = bookings.flatMap(({ appointmentIds = [] }) => appointmentIds)
  const asked = new Map(bookings.map((one) => [one.bookingId, one]))
  const facts = await readEffectFacts(req, {
    bookingIds: [...asked.keys()],
    appointmentIds: bookings.some(({ appointmentIds }) => !appointmentIds) ? null : named,
    offerIds: null,
    people: bookings.flatMap(({ formerly = [] }) => formerly.map((one) => one.fieldworker)),
  })
  await tell(
    req,
    facts.map((stored) => {
      const formerly = asked.get(stored.booking.id)?.formerly ?? []
      return { stored, effects: [{ effect }], formerly, reason: null }
    }),
  )
}

type Told = Required<Pick<Effects, 'effects' | 'formerly' | 'reason'>> & {
  again?: string
  stored: StoredEffectFacts
}

/** E-mail before text message, as messages are sent. */
const addressIn = ({ customer }: StoredEffectFacts) => customer.email ?? customer.phone

const tell = async (req: PayloadRequest, all: Told[]): Promise<void> => {
  const { collection, id } = await actorOf(req)
  const actor = collection === 'users' ? (id ?? null) : null
  const told = all.flatMap((one) => wordsOf(one, actor))
  await enqueueDeliveries(
    req,
    told.flatMap((of) => of.deliveries),
    told.flatMap((of) => of.notifications),
    new Map(all.map(({ stored }) => [stored.booking.id, addressIn(stored)])),
  )
}

const wordsOf = ({ stored, effects, formerly, reason, again }: Told, actor: string | null) => {
  const { customer, locale, people } = stored
  return effects.flatMap(({ effect, concerns = () => true }) => {
    const visits = stored.visits.filter(concerns)
    if (visits.length === 0 && stored.visits.length > 0) return []
    return effectsToDeliveries(effect, {
      booking: stored.booking,
      customer: {
        id: customer.id,
        name: customer.name,
        hasEmail: Boolean(customer.email),
        hasPhone: Boolean(customer.phone),
      },
      visits: visits.map((visit) => ({
        ...visit,
        service: visit.service ?? 'Visit',
        when: spanInWords(visit, locale),
      })),
      formerly: formerly.flatMap(({ appointment, fieldworker }) => {
        const person = people.find(({ id }) => id === fieldworker)
        return person ? [{ visit: appointment, person }] : []
      }),
      dispatchers: stored.dispatchers,
      actor,
      reason,
      again: again ?? null,
    })
  })
}
