import type { Payload } from 'payload'
import { sweepExpiredHolds } from '../database/holds.ts'
import { jobRequest } from './send-delivery.ts'

/** Deletes holds that have expired. Searches pass over them anyway; this keeps the table small. */
export async function sweepHolds(payload: Payload): Promise<number> {
  return sweepExpiredHolds(await jobRequest(payload), Date.now())
}
