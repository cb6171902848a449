import type { Payload } from 'payload'
import { knownRelease } from '../database/zone-rules.ts'
import { type FollowedClocks, followZoneRules } from '../operations/scheduling/follow-zone-rules.ts'
import { jobRequest } from './send-delivery.ts'

/** Follows new rules of the zones in which visits are to come; safe to run twice. */
export const followZones = async (
  payload: Payload,
  { now = Date.now(), release = knownRelease }: { now?: number; release?: string } = {},
): Promise<FollowedClocks> => followZoneRules(await jobRequest(payload), { now, release })
