import { type WeeklyBlock, type Weekday, weekdays } from '../scheduling/working-hours.ts'
import { clockSpanWords } from './clock-words.ts'
import { localDayWords } from './day-words.ts'

/** A Monday; its week names the days in the reader's language. */
const monday = Date.UTC(2024, 0, 1)
const dayMs = 86_400_000

const dayName = (day: Weekday, locale: string): string =>
  localDayWords(new Date(monday + weekdays.indexOf(day) * dayMs).toISOString().slice(0, 10), locale)
    .weekday

const minutesOf = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5))

const spanWords = ({ start, end }: WeeklyBlock, locale: string): string => {
  const at = (clock: string) => monday + minutesOf(clock) * 60_000
  const until = end <= start ? at(end) + dayMs : at(end)
  return clockSpanWords({ start: at(start), end: until }, { zone: 'UTC', locale })
}

/** Days in a row as "Mon–Fri", single ones as "Mon, Wed". */
const daysWords = (days: readonly Weekday[], locale: string): string => {
  const runs: Weekday[][] = []
  for (const day of days) {
    const run = runs.at(-1)
    const last = run?.at(-1)
    const follows = last && weekdays.indexOf(day) === weekdays.indexOf(last) + 1
    if (run && follows) run.push(day)
    else runs.push([day])
  }
  return runs
    .flatMap((run) =>
      run.length > 2
        ? [`${dayName(run[0] as Weekday, locale)}–${dayName(run.at(-1) as Weekday, locale)}`]
        : run.map((day) => dayName(day, locale)),
    )
    .join(', ')
}

/** Weekly hours in words, such as "Mon–Fri 8:00 am–5:00 pm"; days with equal hours share a part. */
export const weekWords = (week: readonly WeeklyBlock[], locale: string): string => {
  const byHours = new Map<string, Weekday[]>()
  for (const day of weekdays) {
    const blocks = week
      .filter(({ days }) => days.includes(day))
      .toSorted((one, other) => one.start.localeCompare(other.start))
    if (blocks.length === 0) continue
    const words = blocks.map((block) => spanWords(block, locale)).join(' and ')
    byHours.set(words, [...(byHours.get(words) ?? []), day])
  }
  return [...byHours].map(([words, days]) => `${daysWords(days, locale)} ${words}`).join('; ')
}
