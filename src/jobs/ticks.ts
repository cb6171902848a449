import type { Payload } from 'payload'
import { followOffers } from './follow-offers.ts'
import { sweepDeliveries } from './sweep-deliveries.ts'
import { followZones } from './follow-zones.ts'
import { sweepHolds } from './sweep-holds.ts'

export type Tick = {
  /** Name of its queue. */
  name: string
  /** Cron expression with seconds. */
  every: string
  /** Safe to run twice; runs in one worker at a time. */
  run: (payload: Payload) => Promise<unknown>
}

/** Work that time brings about. The clock only queues it; whichever worker is free runs it. */
export const ticks: Tick[] = [
  { name: 'follow-offers', every: '30 * * * * *', run: (payload) => followOffers(payload) },
  { name: 'follow-zones', every: '0 7 * * * *', run: (payload) => followZones(payload) },
  { name: 'sweep-holds', every: '*/30 * * * * *', run: sweepHolds },
  { name: 'sweep-deliveries', every: '*/10 * * * * *', run: sweepDeliveries },
]
