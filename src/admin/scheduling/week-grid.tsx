'use client'
import { DayHours } from './day-hours.tsx'
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

type WeekGridProps = {
  label: string
  rows: WeekRow[]
  readOnly: boolean
  onChange: (rows: WeekRow[]) => void
}

const workdays: Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri']

const hoursIn = (week: Week): string => {
  const minutes = weekdays.flatMap((day) => week[day]).reduce((sum, b) => sum + blockMinutes(b), 0)
  return `${Math.round((minutes / 60) * 10) / 10} h a week`
}

/** Weekly hours as a grid of seven days; nights run into the next day. */
export const WeekGrid = ({ label, rows, readOnly, onChange }: WeekGridProps) => {
  const week = weekOf(rows)
  const setDay = (day: Weekday, blocks: Block[]) => onChange(rowsOf({ ...week, [day]: blocks }))
  const copy = (from: Weekday, to: readonly Weekday[]) =>
    onChange(rowsOf({ ...week, ...Object.fromEntries(to.map((day) => [day, week[from]])) }))

  return (
    <section aria-label={label} className="fb-hours field-type">
      <div className="fb-hours__head">
        <h3>{label}</h3>
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
            readOnly={readOnly}
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
