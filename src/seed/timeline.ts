import { outcomes } from './data/outcomes.ts'
import type { PlannedBooking } from './plan-booking.ts'
import type { SeedUser, World } from './world.ts'

export type Actor = {
  kind: 'staff' | 'fieldworker' | 'customer' | 'system'
  id: string | null
  name: string
}

/** When a demo booking came in, when people answered and when it was settled; epoch ms. */
export type Timeline = {
  createdAt: number
  answeredAt: number
  settledAt: number
  creator: Actor
  /** The dispatcher who looked after it. */
  office: SeedUser
  source: 'manual' | 'portal' | 'widget' | 'api'
}

const hourMs = 3_600_000
const asked = new Set(['offered', 'broadcast'])
const fresh = new Set([
  'offered',
  'broadcast',
  'awaiting-approval',
  'awaiting-customer',
  'unassigned',
])

const ageOf = (outcome: string, random: World['random']): number =>
  fresh.has(outcome) ? random.between(4, 16) : random.between(10, 140)

/** Draws the times of a booking so that each comes after the one before and none is in the future. */
export const drawTimeline = (world: World, planned: PlannedBooking): Timeline => {
  const { random, now } = world
  const starts = planned.lines.flatMap(({ visits }) => visits.map(({ start }) => start))
  const first = Math.min(...starts)
  // Three offers of four still have most of their time; the others are late.
  const isRecent = asked.has(planned.story.outcome) && random.chance(0.75)
  const latest = Math.min(now, first) - (isRecent ? 0.2 : 3) * hourMs
  const age = isRecent ? random.next() : ageOf(planned.story.outcome, random)
  const createdAt = latest - age * hourMs
  const answeredAt = createdAt + Math.min(random.between(20, 240) * 60_000, age * hourMs)
  const last = Math.max(...planned.lines.flatMap(({ visits }) => visits.map(({ end }) => end)))
  const { when } = outcomes[planned.story.outcome]
  const settledAt = Math.min(now - 60_000, when === 'past' ? last + 600_000 : answeredAt + hourMs)
  const dispatchers = world.staff.filter(({ role }) => role === 'dispatcher')
  const office = random.pick(dispatchers)
  const isPortal = random.chance(0.45) && planned.customer.email !== null
  const source = isPortal ? 'portal' : 'manual'
  const creator: Actor = isPortal
    ? { kind: 'customer', id: planned.customer.id, name: planned.customer.name }
    : { kind: 'staff', id: office.id, name: office.name }
  return { createdAt, answeredAt, settledAt, creator, office, source }
}
