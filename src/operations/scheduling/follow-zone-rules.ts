import type { PayloadRequest } from 'payload'
import { readEffectFacts } from '../../database/effect-facts.ts'
import { inTransaction } from '../../database/in-transaction.ts'
import { lockStream } from '../../database/locks.ts'
import {
  readZoneRules,
  type VisitToCome,
  visitsToCome,
  writeZoneRules,
} from '../../database/zone-rules.ts'
import { formatInZone } from '../../domain/scheduling/local-time.ts'
import { formerClock, type ZoneRules, zoneRulesOf } from '../../domain/scheduling/zone-rules.ts'
import { enqueueDeliveries } from '../messages/enqueue-deliveries.ts'

/** The dispatchers' entry for one visit whose clock time is another now. */
const tell = async (
  req: PayloadRequest,
  { visit, zone, was }: { visit: VisitToCome; zone: string; was: number },
) => {
  const [facts] = await readEffectFacts(req, {
    bookingIds: [visit.booking],
    appointmentIds: [visit.id],
    offerIds: null,
    people: [],
  })
  const is = formatInZone(visit.start, zone)
  const entries = (facts?.dispatchers ?? []).map((user) => ({
    user,
    event: 'visit-clock-changed',
    title: `The clocks of ${zone} have new rules: ${visit.number}`,
    body: `${visit.service} was agreed for ${formatInZone(was, 'UTC')} and would now be at ${is}. Move it back, or agree on the new time.`,
    href: `/admin/collections/bookings/${visit.booking}`,
    booking: visit.booking,
  }))
  await enqueueDeliveries(req, [], entries)
}

/**
 * Notices that the time zone database has new rules, which come with a new runtime: every visit to
 * come that a clock of its place would now show at another time is told to who dispatches, once.
 * Its instant stays until they decide (RELIABILITY D12). Returns how many there are.
 */
export const followZoneRules = (req: PayloadRequest, now: number): Promise<number> =>
  inTransaction(req, async () => {
    await lockStream(req, 'zone-rules')
    let told = 0
    for (const { zone, rules: before, seenAt } of await readZoneRules(req, now)) {
      const rules: ZoneRules = zoneRulesOf(zone, now)
      // What was made since then may have been made by the new rules.
      const visits = seenAt ? await visitsToCome(req, { zone, now, madeBy: seenAt }) : []
      for (const visit of visits) {
        const was = before && formerClock(visit.start, { before, now: rules })
        if (was === null) continue
        await tell(req, { visit, zone, was })
        told += 1
      }
      await writeZoneRules(req, { zone, rules })
    }
    return told
  })
