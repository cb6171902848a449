import type { Payload } from 'payload'
import { followZoneRules } from '../operations/scheduling/follow-zone-rules.ts'
import { jobRequest } from './send-delivery.ts'

/** Looks for new rules of the zones in which visits are to come; safe to run twice. */
export const followZones = async (
  payload: Payload,
  { now = Date.now() }: { now?: number } = {},
): Promise<number> => followZoneRules(await jobRequest(payload), now)
