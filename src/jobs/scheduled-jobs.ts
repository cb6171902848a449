import type { Payload } from 'payload'
import { followOffers } from './bookings/follow-offers.ts'
import { sweepDeliveries } from './messages/sweep-deliveries.ts'
import { deleteHandledWebhookEvents, sweepWebhookEvents } from './records/sweep-webhook-events.ts'
import { updateTimezones } from './scheduling/update-timezones.ts'
import { sweepHolds } from './scheduling/sweep-holds.ts'

export type ScheduledJob = {
  /** Name of its queue. */
  name: string
  /** Cron expression with seconds. */
  every: string
  /** Safe to run twice; runs in one worker at a time. */
  run: (payload: Payload) => Promise<unknown>
}

/** Work that time brings about. The clock only queues it; whichever worker is free runs it. */
export const scheduledJobs: ScheduledJob[] = [
  { name: 'follow-offers', every: '30 * * * * *', run: (payload) => followOffers(payload) },
  { name: 'follow-zones', every: '0 7 * * * *', run: (payload) => updateTimezones(payload) },
  { name: 'sweep-holds', every: '*/30 * * * * *', run: sweepHolds },
  { name: 'sweep-deliveries', every: '*/10 * * * * *', run: sweepDeliveries },
  { name: 'sweep-webhook-events', every: '*/10 * * * * *', run: sweepWebhookEvents },
  { name: 'delete-webhook-events', every: '0 23 * * * *', run: deleteHandledWebhookEvents },
]
