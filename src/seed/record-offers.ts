import { declineReasons } from './data/words.ts'
import { respondByOf } from '../domain/bookings/offers.ts'
import { isEligible } from '../domain/people/eligibility.ts'
import type { VisitState } from './visit-state.ts'
import type { VisitToRecord } from './recorded.ts'
import type { World } from './world.ts'

type Visit = VisitToRecord & { id: string; state: VisitState }

const hourMs = 3_600_000
/** The office is alerted of an offer that nobody has answered by then. */
const alertMs = 4 * hourMs
const iso = (instant: number) => new Date(instant).toISOString()

/** The offers behind a visit's acceptance: one to one person, or one each for a broadcast. */
export const recordOffers = async (world: World, visit: Visit): Promise<void> => {
  const { state, timeline } = visit
  if (state.method === 'direct' || state.acceptance === 'unassigned') return
  const sentAt = timeline.createdAt + 60_000
  if (state.acceptance === 'pending') return open(world, visit, sentAt)
  const isDeclined = state.acceptance === 'declined'
  await add(world, visit, {
    ...{ fieldworker: visit.visit.person.id, state: isDeclined ? 'declined' : 'accepted', sentAt },
    ...answer(world, visit),
    reason: isDeclined ? world.random.pick(declineReasons) : null,
  })
  if (state.method !== 'broadcast') return
  for (const fieldworker of othersAsked(world, visit))
    await add(world, visit, { fieldworker, state: 'superseded', sentAt })
}

const open = async (world: World, visit: Visit, sentAt: number): Promise<void> => {
  const { state, planned, timeline } = visit
  const person = visit.visit.person.id
  if (planned.story.outcome === 'reopened') {
    const held = { ...answer(world, visit), fieldworker: person, state: 'accepted', sentAt }
    const previous = await add(world, visit, held)
    const reopenedAt = timeline.settledAt
    await add(world, visit, { fieldworker: person, state: 'pending', sentAt: reopenedAt, previous })
    return
  }
  await add(world, visit, { fieldworker: person, state: 'pending', sentAt })
  if (state.method !== 'broadcast') return
  for (const fieldworker of othersAsked(world, visit))
    await add(world, visit, { fieldworker, state: 'pending', sentAt })
}

const add = (
  world: World,
  { id, booking, state, visit }: Visit,
  offer: { fieldworker: string; state: string; sentAt: number } & Record<string, unknown>,
): Promise<string> => {
  const sent = Math.max(offer.sentAt, world.now - hourMs)
  const isLate = offer.sentAt + alertMs < world.now
  const respondBy = respondByOf({ now: sent, hours: 24, start: visit.start })
  return world.add('assignment-offers', {
    appointment: id,
    booking,
    mode: state.method,
    ...offer,
    sentAt: iso(offer.sentAt),
    respondBy: iso(respondBy),
    escalatedAt: offer.state === 'pending' && isLate ? iso(offer.sentAt + alertMs) : null,
    createdAt: iso(offer.sentAt),
    changes: { visit: { start: iso(visit.start), end: iso(visit.end) }, changed: {} },
  })
}

const answer = (world: World, { visit, timeline }: Visit) => {
  const onBehalf = world.random.chance(0.15)
  const { person } = visit
  return {
    respondedAt: iso(timeline.answeredAt),
    respondedBy: onBehalf
      ? { kind: 'staff', account: timeline.office.id, name: timeline.office.name }
      : { kind: 'fieldworker', account: person.user, name: person.name },
    onBehalf,
  }
}

const othersAsked = (world: World, { service, visit, planned }: Visit): string[] =>
  world.people
    .filter(({ id }) => id !== visit.person.id)
    .filter((person) =>
      isEligible({
        person,
        service: { id: service.id, skills: [] },
        place: { areas: planned.customer.areas, location: null },
      }),
    )
    .map(({ id }) => id)
