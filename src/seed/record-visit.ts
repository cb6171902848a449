import { holdingOf } from '../steps/scheduling/holding-of.ts'
import { zone } from './data/places.ts'
import { outcomes as outcomeWords } from './data/words.ts'
import { recordOffers } from './record-offers.ts'
import { visitEvents } from './visit-events.ts'
import { visitState } from './visit-state.ts'
import type { World } from './world.ts'
import type { VisitToRecord, RecordedVisit } from './recorded.ts'

const iso = (instant: number) => new Date(instant).toISOString()

/** Writes one visit with its offers and history; its occupancy is returned, to be written in bulk. */
export const recordVisit = async (world: World, input: VisitToRecord): Promise<RecordedVisit> => {
  const { planned, timeline, booking, line, service, visit } = input
  const state = visitState(planned, { visit, service, now: world.now })
  const spans = {
    start: iso(visit.start),
    end: iso(visit.end),
    busyStart: iso(visit.busy.start),
    busyEnd: iso(visit.busy.end),
  }
  const minutesLate = world.random.between(0, 12) * 60_000
  const isStarted = state.progress !== 'not_started'
  const isFinished = state.progress === 'finished'
  const id = world.random.uuid()
  const events = visitEvents({ ...input, id, state })
  world.history.push(...events)
  await world.add('appointments', {
    ...{ id, booking, line, service: service.id, ...spans, ...state },
    timezone: zone,
    address: planned.location ? null : planned.customer.address,
    location: planned.location,
    unreserved: false,
    actualStart: isStarted ? iso(visit.start + minutesLate) : null,
    actualEnd: isFinished ? iso(visit.end - 300_000 + minutesLate) : null,
    outcomeNotes: isFinished ? world.random.pick(outcomeWords) : null,
    replaces: input.successorOf?.visits[0]?.id ?? null,
    version: events.length,
    createdAt: iso(timeline.createdAt),
  })
  await recordOffers(world, { ...input, id, state })
  const holding = holdingOf({ ...spans, ...state })
  return { id, state, occupancy: holding && { ...holding, exclusive: true, appointment: id } }
}
