import { addDays, dayOf, isLocalDay, type LocalDay } from './local-day.ts'
import type { Draft } from './draft.ts'
import { firstWeek } from './first-week.ts'
import { type FreeTimes, weekOf } from './free-times.ts'
import type { Refusal } from './refusal.ts'
import type { Answer } from './call.ts'
import type { SlotsAnswer } from '../../../src/contracts/scheduling/slots.ts'

/** The week of times to which a booking can move; the day asked for, or else the first with any. */
export async function ownTimes(
  ask: (range: { from: LocalDay; to: LocalDay }) => Promise<Answer<SlotsAnswer>>,
  { draft, timezone, now }: { draft: Draft; timezone: string; now: number },
): Promise<{ times: FreeTimes } | { refusal: Refusal }> {
  const asked = isLocalDay(draft['week'] ?? '') ? draft['week'] : dayOf(now, timezone)
  const { answer, today, week } = await firstWeek(
    (from, days) => ask({ from, to: addDays(from, days - 1) }),
    { asked, zone: timezone, now },
  )
  if (!answer.ok) return { refusal: answer.refusal }
  const zone = answer.data.timezone
  const days = weekOf(week, answer.data.slots, zone)
  const wanted = days.find(({ day, slots }) => day === draft['day'] && slots.length > 0)
  const chosen = wanted ?? days.find(({ slots }) => slots.length > 0)
  return { times: { timezone: zone, today, week, days, chosen } }
}
