import { isLocalDate } from '../../../domain/scheduling/local-date.ts'
import { dateIn } from '../../ui/zoned-time.ts'
import type { PeopleFilter } from './people-filter.ts'

export type BoardView = (typeof views)[number]

const views = ['day', 'week', 'month', 'map'] as const

/** What the address of the board says: the day, how it is shown, and whose rows. */
export type BoardAddress = PeopleFilter & { date: string; view: BoardView }

type Query = Partial<Record<'area' | 'date' | 'skill' | 'view', string | undefined>>

/** Reads `?date=&view=&skill=&area=`; today and the day view where they are missing. */
export const readAddress = (query: Query, zone: string): BoardAddress => ({
  date: isLocalDate(query.date) ? query.date : dateIn(Date.now(), zone),
  view: views.find((view) => view === query.view) ?? 'day',
  skill: query.skill ?? '',
  area: query.area ?? '',
})

/** The query string of an address, without what is as usual. */
export const queryOf = ({ date, view, skill, area }: BoardAddress): string =>
  new URLSearchParams({
    date,
    ...(view !== 'day' && { view }),
    ...(skill && { skill }),
    ...(area && { area }),
  }).toString()

/** `date` moved by whole days. */
export const shiftDate = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

/** The date a day, a week or a month on, as the view steps; the day of a month ends with it. */
export const stepped = (date: string, view: BoardView, by: number): string => {
  if (view !== 'month') return shiftDate(date, view === 'week' ? 7 * by : by)
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  const last = new Date(Date.UTC(year, month + by, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + by, Math.min(day, last))).toISOString().slice(0, 10)
}

/** Monday of the week of a date. */
export const mondayOf = (date: string): string => {
  const weekday = (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7
  return shiftDate(date, -weekday)
}

/** The days that a view asks the server for, both inclusive. */
export const rangeOf = ({
  date,
  view,
}: Pick<BoardAddress, 'date' | 'view'>): { from: string; to: string } => {
  if (view === 'month') {
    const from = `${date.slice(0, 8)}01`
    return { from, to: shiftDate(stepped(from, 'month', 1), -1) }
  }
  if (view !== 'week') return { from: date, to: date }
  const from = mondayOf(date)
  return { from, to: shiftDate(from, 6) }
}
