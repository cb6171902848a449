import { isLocalDate } from '../../../domain/scheduling/local-date.ts'
import { dateIn } from '../../ui/zoned-time.ts'

export type BoardView = 'day' | 'map' | 'week'

/** What the address of the board says: the day, and how it is shown. */
export type BoardAddress = { date: string; view: BoardView }

/** Reads `?date=&view=`; today and the day view where they are missing or make no sense. */
export const readAddress = (
  query: { date?: string | undefined; view?: string | undefined },
  zone: string,
): BoardAddress => ({
  date: isLocalDate(query.date) ? query.date : dateIn(Date.now(), zone),
  view: query.view === 'week' || query.view === 'map' ? query.view : 'day',
})

/** `date` moved by whole days. */
export const shiftDate = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

/** Monday of the week of a date. */
export const mondayOf = (date: string): string => {
  const weekday = (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7
  return shiftDate(date, -weekday)
}

/** The days that a view asks the server for, both inclusive. */
export const rangeOf = ({ date, view }: BoardAddress): { from: string; to: string } => {
  if (view !== 'week') return { from: date, to: date }
  const from = mondayOf(date)
  return { from, to: shiftDate(from, 6) }
}
