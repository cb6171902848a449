import type { PayloadRequest } from 'payload'
import { inTransaction } from '../../database/in-transaction.ts'
import { lockStream } from '../../database/locks.ts'
import { readZoneRules, writeZoneRules } from '../../database/scheduling/zone-rules.ts'
import { differ, zoneRulesOf } from '../../domain/scheduling/zone-rules.ts'
import { timezoneShifts, type ZoneChange } from './timezone-shifts.ts'
import { shiftVisitsToWallClock } from './shift-visits-to-wall-clock.ts'
import { notifyTimezoneShifts } from './notify-timezone-shifts.ts'

/** How many visits and absences kept their clock time, and how many visits could not. */
export type TimezoneUpdate = { visits: number; absences: number; left: number }

/** Zones with new rules; the rules of all are kept as they are now. */
const changedZones = async (
  req: PayloadRequest,
  { now, release }: { now: number; release: string },
): Promise<ZoneChange[]> => {
  const changes: ZoneChange[] = []
  for (const kept of await readZoneRules(req, { now, release })) {
    // A process that has yet to be replaced knows less than whoever was here.
    if ((kept.release ?? '') > release) continue
    const { zone, rules: before, until } = kept
    const rules = zoneRulesOf(zone, now)
    if (before && until && differ(before, rules)) changes.push({ zone, before, now: rules, until })
    await writeZoneRules(req, { zone, rules, release })
  }
  return changes
}

/**
 * Follows new rules of the time zone database, which come with a new runtime: what is to come keeps
 * the clock time that was agreed and moves to the instant at which clocks show it; what cannot stays
 * and is told to who dispatches (docs/decisions/0007-new-clock-rules.md). All in one
 * transaction with the rules
 * themselves, so that it happens once.
 */
export const applyTimezoneUpdate = (
  req: PayloadRequest,
  { now, release }: { now: number; release: string },
): Promise<TimezoneUpdate> =>
  inTransaction(req, async () => {
    await lockStream(req, 'zone-rules')
    const changes = await changedZones(req, { now, release })
    if (changes.length === 0) return { visits: 0, absences: 0, left: 0 }
    const shifts = await timezoneShifts(req, { changes, now })
    await shiftVisitsToWallClock(req, shifts)
    await notifyTimezoneShifts(req, shifts)
    const { moves, absences, left } = shifts
    return { visits: moves.length, absences: absences.length, left: left.length }
  })
