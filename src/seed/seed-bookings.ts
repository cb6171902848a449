import { sql } from 'drizzle-orm'
import { query } from '../database/query.ts'
import { type OccupancyRow, writeOccupancies } from '../database/scheduling/occupancies.ts'
import { type Story, stories } from './data/stories.ts'
import { fillDays } from './fill-days.ts'
import { type PlannedBooking, planBooking } from './plan-booking.ts'
import type { RecordedBooking } from './recorded.ts'
import { recordBooking } from './record-booking.ts'
import { drawTimeline, type Timeline } from './timeline.ts'
import type { World } from './world.ts'

type Draft = { planned: PlannedBooking; timeline: Timeline; successor?: Draft }

/** Numbers go on from here, as they do for bookings taken later. */
const firstNumber = 1000

/** Three weeks of bookings around now, numbered in the order they came in. */
export const seedBookings = async (world: World): Promise<RecordedBooking[]> => {
  const drafts = stories.flatMap((story) =>
    Array.from({ length: story.count }, () => draft(world, story)),
  )
  drafts.push(
    ...fillDays(world).map((planned) => ({ planned, timeline: drawTimeline(world, planned) })),
  )
  drafts.sort((a, b) => a.timeline.createdAt - b.timeline.createdAt)
  const recorded: RecordedBooking[] = []
  const next = () => `B-${firstNumber + recorded.length + 1}`
  const successors: { draft: Draft; of: RecordedBooking }[] = []
  for (const { successor, ...input } of drafts) {
    const booking = await recordBooking(world, { number: next(), ...input })
    recorded.push(booking)
    if (successor) successors.push({ draft: successor, of: booking })
  }
  for (const { draft: successor, of } of successors) {
    const booking = await recordBooking(world, { number: next(), ...successor, successorOf: of })
    recorded.push(booking)
    await link(world, of, booking)
  }
  await query(
    world.req,
    sql`insert into counters (name, value) values ('bookings', ${recorded.length})
        on conflict (name) do update set value = excluded.value`,
  )
  const visits = recorded.flatMap((booking) => booking.visits)
  const rows = visits.map((visit) => visit.occupancy)
  await writeOccupancies(world.req, {
    replace: {},
    rows: rows.filter((row): row is OccupancyRow => row !== null),
  })
  return recorded
}

const draft = (world: World, story: Story): Draft => {
  const planned = planBooking(world, { story })
  const timeline = drawTimeline(world, planned)
  if (story.outcome !== 'rescheduled') return { planned, timeline }
  const lines = [planned.lines.map(({ service }) => service.key)]
  const later: Story = { outcome: 'confirmed', count: 1, lines, days: [4, 10] }
  const moved = planBooking(world, { story: later, customer: planned.customer })
  const movedAt = timeline.settledAt
  return {
    planned,
    timeline,
    successor: {
      planned: moved,
      timeline: { ...timeline, createdAt: movedAt, answeredAt: movedAt + 60_000 },
    },
  }
}

const link = async (world: World, from: RecordedBooking, to: RecordedBooking): Promise<void> => {
  const { db } = world.payload
  const of = { req: world.req, returning: false } as const
  const data = { rescheduledTo: to.id, lineage: from.id }
  await db.updateOne({ collection: 'bookings', id: from.id, data, ...of })
  for (const [index, visit] of from.visits.entries())
    await db.updateOne({
      collection: 'appointments',
      id: visit.id,
      data: { replacedBy: to.visits[index]?.id ?? null },
      ...of,
    })
}
