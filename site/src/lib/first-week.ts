import type { SlotsAnswer } from '../../../src/contracts/scheduling/slots.ts'
import { addDays, dayOf, type LocalDay } from './local-day.ts'

const daysAWeek = 7
const laterDays = 28

export type FirstWeek<Reply> = { answer: Reply; today: LocalDay; week: LocalDay }
type Found = { ok: true; data: Pick<SlotsAnswer, 'mode' | 'slots' | 'timezone'> }

/**
 * The free times of the week asked for, or else of the first of the next five weeks that has any.
 * It begins today where the work is done: where the answer names another zone than was guessed,
 * and it is another day there, the question is asked again.
 */
export const firstWeek = async <Reply extends Found | { ok: false }>(
  ask: (from: LocalDay, days: number) => Promise<Reply>,
  { asked, zone, now }: { asked: LocalDay | undefined; zone: string; now: number },
): Promise<FirstWeek<Reply>> => {
  let today = dayOf(now, zone)
  const weekFrom = (day: LocalDay) => (asked && asked > day ? asked : day)
  let week = weekFrom(today)
  let answer = await ask(week, daysAWeek)
  if (answer.ok) {
    today = dayOf(now, answer.data.timezone)
    if (weekFrom(today) !== week) {
      week = weekFrom(today)
      answer = await ask(week, daysAWeek)
    }
  }
  const isEmpty = answer.ok && answer.data.slots.length === 0 && answer.data.mode === 'instant'
  if (isEmpty && !asked) {
    answer = await ask(addDays(week, daysAWeek), laterDays)
    const first = answer.ok ? answer.data.slots[0] : undefined
    if (answer.ok && first) week = dayOf(first.start, answer.data.timezone)
  }
  return { answer, today, week }
}
