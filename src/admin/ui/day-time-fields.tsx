'use client'
import { instantAt } from './instant-at.ts'
import { zoneNameIn } from './zoned-time.ts'

type DayTimeFieldsProps = {
  /** Local to `zone`: `YYYY-MM-DD` and `HH:MM`. */
  date: string
  time: string
  zone: string
  dayLabel?: string
  timeLabel?: string
  isDisabled?: boolean
  isRequired?: boolean
  onDate: (date: string) => void
  onTime: (time: string) => void
}

/** A day and a time by hand, on the wall clock of a zone that is named. */
export const DayTimeFields = (props: DayTimeFieldsProps) => {
  const { dayLabel = 'Day', timeLabel = 'Time', isDisabled, isRequired } = props
  // The name is that of the time typed, which changes over the year.
  const shown = instantAt(props.date, props.time, props.zone)
  return (
    <>
      <label className="fb-field">
        <span>{dayLabel}</span>
        <input
          className="fb-input"
          disabled={isDisabled}
          onChange={(event) => props.onDate(event.target.value)}
          required={isRequired}
          type="date"
          value={props.date}
        />
      </label>
      <label className="fb-field">
        <span>
          {timeLabel} ({shown ? zoneNameIn(shown, props.zone) : props.zone})
        </span>
        <input
          className="fb-input"
          disabled={isDisabled}
          onChange={(event) => props.onTime(event.target.value)}
          required={isRequired}
          step={300}
          type="time"
          value={props.time}
        />
      </label>
    </>
  )
}
