import type { PayloadRequest } from 'payload'
import { commandOf } from '../../access/command.ts'
import { isSkippedBy } from '../../domain/bookings/command-facts.ts'
import { isHeld, isOpenOffer } from '../../domain/bookings/states.ts'
import { idOf } from '../../domain/id-of.ts'
import type { Appointment, AssignmentOffer } from '../../payload-types.ts'
import { offersOfEach } from '../bookings/offers.ts'
import { announceBooking, announceEach } from './announce-booking.ts'

export type AnnouncedMove = {
  /** The visit as it was. */
  before: Appointment
  /** Id of the visit at its new time: itself, or its successor. */
  after: string
}

/** Visits that moved together, and the booking in which they are now. */
export type MovedBooking = { bookingId: string; moves: AnnouncedMove[]; reason?: string | null }

/** A visit before and after its move; `hasLost` says that its person has no part in it any more. */
type Step = { before: Appointment; after: Appointment; was: string | null; hasLost: boolean }

type Steps = Pick<MovedBooking, 'bookingId' | 'reason'> & { steps: Step[] }

const isAsked = (offers: AssignmentOffer[], person: string) =>
  offers.some((offer) => isOpenOffer(offer) && idOf(offer.fieldworker) === person)

const afterMoves = async (
  req: PayloadRequest,
  moved: MovedBooking[],
): Promise<Map<string, Appointment>> => {
  const { docs } = await req.payload.find({
    collection: 'appointments',
    where: { id: { in: moved.flatMap(({ moves }) => moves.map(({ after }) => after)) } },
    pagination: false,
    depth: 0,
    req,
    overrideAccess: true,
  })
  return new Map(docs.map((visit) => [visit.id, visit]))
}

const stepsOf = async (req: PayloadRequest, moved: MovedBooking[]): Promise<Steps[]> => {
  const now = await afterMoves(req, moved)
  const held = moved.map(({ moves, ...of }) => ({
    ...of,
    steps: moves.flatMap(({ before, after: id }) => {
      const after = now.get(id)
      const was = idOf(before.fieldworker)
      if (!after) return []
      return [{ before, after, was, hasLost: isHeld(before) && was !== idOf(after.fieldworker) }]
    }),
  }))
  const left = held.flatMap(({ steps }) => steps.filter(({ was, hasLost }) => was && hasLost))
  const offers = await offersOfEach(
    req,
    left.map(({ after }) => after.id),
  )
  return held.map(({ steps, ...of }) => ({
    ...of,
    steps: steps.map((step) => {
      const { was, after } = step
      const isStillAsked = was !== null && isAsked(offers.get(after.id) ?? [], was)
      return { ...step, hasLost: step.hasLost && was !== null && !isStillAsked }
    }),
  }))
}

/** Those of the old visits, with the people who had them. */
const formerly = ({ bookingId, steps }: Steps, hadPerson: (step: Step) => boolean) => ({
  bookingId: idOf(steps[0]?.before.booking) ?? bookingId,
  appointmentIds: steps.map(({ before }) => before.id),
  formerly: steps
    .filter((step) => step.was !== null && hadPerson(step))
    .map(({ before, was }) => ({ appointment: before.id, fieldworker: String(was) })),
})

/** Whether what its person had is over, so that their calendar lets go of it. */
const hasLeft = ({ before, after, was }: Step) =>
  before.id !== after.id || was !== idOf(after.fieldworker)

/** Whoever lost a visit hears of it, and the calendars of all who had one follow. */
const announceOldTimes = async (req: PayloadRequest, moved: Steps[]): Promise<void> => {
  const lost = moved
    .map(({ steps, ...of }) => ({ ...of, steps: steps.filter(({ hasLost }) => hasLost) }))
    .filter(({ steps }) => steps.length > 0)
  await announceEach(req, {
    effect: 'offer-withdrawn',
    bookings: lost.map((one) => formerly(one, () => true)),
  })
  await announceEach(req, {
    effect: 'visit-changed',
    bookings: moved.map((one) => formerly(one, hasLeft)),
  })
}

const announceNewTimes = async (req: PayloadRequest, { bookingId, steps, reason }: Steps) => {
  const appointmentIds = steps.map(({ after }) => after.id)
  const certain = steps.filter(
    ({ after }) => after.acceptance === 'not_required' && after.status === 'confirmed',
  )
  const isKept = ({ was, after }: Step) => was === idOf(after.fieldworker)
  const idsOf = (some: Step[]) => some.map(({ after }) => after.id)
  const kept = idsOf(certain.filter(isKept))
  const gained = idsOf(certain.filter((step) => !isKept(step)))
  const about = { bookingId, appointmentIds }
  await announceBooking(req, { ...about, effect: 'booking-moved', reason: reason ?? null })
  await announceBooking(req, { ...about, effect: 'visit-offered' })
  if (kept.length > 0)
    await announceBooking(req, { effect: 'visit-retimed', bookingId, appointmentIds: kept })
  if (gained.length > 0)
    await announceBooking(req, { effect: 'visit-assigned', bookingId, appointmentIds: gained })
}

/**
 * Tells everybody once that visits have a new time: the customer, the people who keep, get or are
 * asked for them, and those who lost them; the calendars follow.
 */
export const announceMoves = async (req: PayloadRequest, moved: MovedBooking[]): Promise<void> => {
  const all = await stepsOf(req, moved)
  await announceOldTimes(req, all)
  // A whole series says once what moved (`announceSeries`).
  if (isSkippedBy(commandOf(req), 'customer-notice')) return
  for (const one of all) await announceNewTimes(req, one)
}
