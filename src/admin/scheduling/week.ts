export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
export type Weekday = (typeof weekdays)[number]
export type Block = { start: string; end: string }
export type WeekRow = Block & { days: Weekday[] }
export type Week = Record<Weekday, Block[]>

export const weekdayNames: Record<Weekday, string> = {
  mon: 'Monday',
  tue: 'Tuesday',
  wed: 'Wednesday',
  thu: 'Thursday',
  fri: 'Friday',
  sat: 'Saturday',
  sun: 'Sunday',
}

const byStart = (a: Block, b: Block) => a.start.localeCompare(b.start)

/** Stored rows (a block on several days) as blocks of each day. */
export const weekOf = (rows: WeekRow[]): Week =>
  Object.fromEntries(
    weekdays.map((day) => [
      day,
      rows
        .filter((row) => row.days.includes(day))
        .map(({ start, end }) => ({ start, end }))
        .toSorted(byStart),
    ]),
  ) as Week

/** Blocks of each day as stored rows: equal blocks of several days share one row. */
export const rowsOf = (week: Week): WeekRow[] => {
  const rows = new Map<string, WeekRow>()
  for (const day of weekdays)
    for (const { start, end } of week[day]) {
      const known = rows.get(`${start}-${end}`)
      if (known) known.days.push(day)
      else rows.set(`${start}-${end}`, { days: [day], start, end })
    }
  return [...rows.values()]
}

/** Minutes of a block; an end at or before the start lies on the next day. */
export const blockMinutes = ({ start, end }: Block): number => {
  const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
  const length = minutes(end) - minutes(start)
  return length > 0 ? length : length + 1440
}

/** Whether the block runs past midnight: a night shift. */
export const isOvernight = ({ start, end }: Block): boolean => end <= start
