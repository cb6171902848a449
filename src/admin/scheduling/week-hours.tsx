'use client'
import type { ArrayFieldClientProps } from 'payload'
import { DayHours } from './day-hours.tsx'
import { useArrayRows } from './use-array-rows.ts'
import {
  type Block,
  blockMinutes,
  rowsOf,
  type Week,
  type Weekday,
  weekdayNames,
  weekdays,
  weekOf,
  type WeekRow,
} from './week.ts'

const workdays: Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri']

const hoursIn = (week: Week): string => {
  const minutes = weekdays.flatMap((day) => week[day]).reduce((sum, b) => sum + blockMinutes(b), 0)
  return `${Math.round((minutes / 60) * 10) / 10} h a week`
}

const labelOf = (label: unknown): string => (typeof label === 'string' ? label : 'Hours')

/** Weekly hours as a grid of seven days instead of a list of rows; nights run into the next day. */
export const WeekHours = ({ path, field, readOnly }: ArrayFieldClientProps) => {
  const { rows, replace } = useArrayRows<WeekRow>(path)
  const week = weekOf(rows.filter((row) => Array.isArray(row.days)))
  const setDay = (day: Weekday, blocks: Block[]) => replace(rowsOf({ ...week, [day]: blocks }))
  const copy = (from: Weekday, to: readonly Weekday[]) =>
    replace(rowsOf({ ...week, ...Object.fromEntries(to.map((day) => [day, week[from]])) }))

  return (
    <section aria-label={labelOf(field.label)} className="fb-hours field-type">
      <div className="fb-hours__head">
        <h3>{labelOf(field.label)}</h3>
        <span className="fb-muted">{hoursIn(week)}</span>
      </div>
      <ul className="fb-hours__days">
        {weekdays.map((day) => (
          <DayHours
            blocks={week[day]}
            key={day}
            name={weekdayNames[day]}
            onChange={(blocks) => setDay(day, blocks)}
            onCopyAll={() => copy(day, weekdays)}
            onCopyWorkdays={() => copy(day, workdays)}
            readOnly={readOnly ?? false}
          />
        ))}
      </ul>
      <p className="fb-hint">
        An end at or before its start is on the next day, as for a night shift. Save the page to
        keep the hours.
      </p>
    </section>
  )
}
