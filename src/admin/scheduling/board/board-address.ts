import { isLocalDate } from '../../../domain/scheduling/local-date.ts'
import { dateIn } from '../../ui/zoned-time.ts'
import type { PeopleFilter } from './people-filter.ts'

export type BoardView = 'day' | 'map' | 'week'

/** What the address of the board says: the day, how it is shown, and whose rows. */
export type BoardAddress = PeopleFilter & { date: string; view: BoardView }

type Query = Partial<Record<'area' | 'date' | 'skill' | 'view', string | undefined>>

/** Reads `?date=&view=&skill=&area=`; today and the day view where they are missing. */
export const readAddress = (query: Query, zone: string): BoardAddress => ({
  date: isLocalDate(query.date) ? query.date : dateIn(Date.now(), zone),
  view: query.view === 'week' || query.view === 'map' ? query.view : 'day',
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
  if (view !== 'week') return { from: date, to: date }
  const from = mondayOf(date)
  return { from, to: shiftDate(from, 6) }
}
