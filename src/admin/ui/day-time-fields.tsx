'use client'
import { zoneNameIn } from './zoned-time.ts'

type DayTimeFieldsProps = {
  /** Local to `zone`: `YYYY-MM-DD` and `HH:MM`. */
  date: string
  time: string
  zone: string
  /** An instant near which the zone is named, as its name changes over the year. */
  near: number | string
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
          {timeLabel} ({zoneNameIn(props.near, props.zone)})
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
