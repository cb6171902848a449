import type { Payload } from 'payload'
import { databaseClock } from '../../database/database-clock.ts'
import { knownRelease } from '../../database/scheduling/zone-rules.ts'
import {
  type TimezoneUpdate,
  applyTimezoneUpdate,
} from '../../operations/scheduling/apply-timezone-update.ts'
import { jobRequest } from '../messages/send-delivery.ts'

/** Follows new rules of the zones in which visits are to come; safe to run twice. */
export const updateTimezones = async (
  payload: Payload,
  given: { now?: number; release?: string } = {},
): Promise<TimezoneUpdate> => {
  const req = await jobRequest(payload)
  const { now = await databaseClock(req), release = knownRelease } = given
  return applyTimezoneUpdate(req, { now, release })
}
