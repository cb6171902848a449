import { api } from './api.ts'
import type { Caller } from './call.ts'
import type { Draft } from './draft.ts'
import { firstWeek } from './first-week.ts'
import { addDays, dayOf, isLocalDay, type LocalDay } from './local-day.ts'
import { isId } from './is-id.ts'
import type { PlaceChoice } from './place-choices.ts'
import { placeQuery } from './place-query.ts'
import type { Refusal } from './refusal.ts'
import type { Service, Slot } from './shapes.ts'

export type FreeDay = { day: LocalDay; slots: Slot[] }
export type FreeTimes = {
  timezone: string
  today: LocalDay
  week: LocalDay
  days: FreeDay[]
  chosen: FreeDay | undefined
}

const weekLength = 7

const isIn = (week: LocalDay, day: LocalDay) => day >= week && day < addDays(week, weekLength)

/** Puts slots under their local days; a week always has its seven. */
export function weekOf(week: LocalDay, slots: Slot[], timezone: string): FreeDay[] {
  const byDay = Map.groupBy(slots, ({ start }) => dayOf(start, timezone))
  return Array.from({ length: weekLength }, (_, index) => {
    const day = addDays(week, index)
    return { day, slots: byDay.get(day) ?? [] }
  })
}

/**
 * The week of free times to show: the one asked for, or else the first of the next five weeks with
 * any. The day asked for is chosen when it has times, or else the week's first that does.
 */
export async function freeTimes(
  caller: Caller,
  {
    service,
    place,
    draft,
    now,
  }: { service: Service; place: PlaceChoice; draft: Draft; now: number },
): Promise<{ times: FreeTimes } | { unknownPlace: true } | { refusal: Refusal }> {
  const { hold } = draft
  const where = { ...placeQuery(place, draft), ...(isId(hold) && { hold }) }
  const ask = (from: LocalDay, days: number) =>
    api(caller).slots({ service: service.slug, from, to: addDays(from, days - 1), ...where })

  const zone = place.timezone ?? caller.locals.company.timezone
  const asked = isLocalDay(draft['week'] ?? '') ? draft['week'] : undefined
  const { answer, today, week } = await firstWeek(ask, { asked, zone, now })
  if (!answer.ok) return { refusal: answer.refusal }
  if (answer.data.reason === 'unknown-postcode') return { unknownPlace: true }

  const { timezone, slots } = answer.data
  const days = weekOf(week, slots, timezone)
  const wanted = days.find(({ day, slots: free }) => day === draft['day'] && free.length > 0)
  const chosen = wanted ?? days.find(({ slots: free }) => free.length > 0)
  return { times: { timezone, today: isIn(week, today) ? today : week, week, days, chosen } }
}
