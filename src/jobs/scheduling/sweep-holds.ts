import type { Payload } from 'payload'
import { sweepExpiredHolds } from '../../database/scheduling/holds.ts'
import { jobRequest } from '../messages/send-delivery.ts'

/** Deletes holds that have expired. Searches pass over them anyway; this keeps the table small. */
export async function sweepHolds(payload: Payload): Promise<number> {
  const req = await jobRequest(payload)
  let swept = 0
  for (;;) {
    const rows = await sweepExpiredHolds(req)
    if (rows === 0) return swept
    swept += rows
  }
}
