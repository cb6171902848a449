import type { Payload } from 'payload'
import { databaseClock } from '../database/database-clock.ts'
import { knownRelease } from '../database/zone-rules.ts'
import { type FollowedClocks, followZoneRules } from '../operations/scheduling/follow-zone-rules.ts'
import { jobRequest } from './send-delivery.ts'

/** Follows new rules of the zones in which visits are to come; safe to run twice. */
export const followZones = async (
  payload: Payload,
  given: { now?: number; release?: string } = {},
): Promise<FollowedClocks> => {
  const req = await jobRequest(payload)
  const { now = await databaseClock(req), release = knownRelease } = given
  return followZoneRules(req, { now, release })
}
