'use client'
import { dateWords } from '../ui/days.ts'

type WeekDaysProps = {
  dates: string[]
  shown: string
  /** Earlier days have gone by. */
  isFirst: boolean
  countOn: (date: string) => number
  onDay: (date: string) => void
  onMove: (days: number) => void
}

/** A row of days with the number of free starts on each, and the way to other weeks. */
export const WeekDays = (props: WeekDaysProps) => (
  <div className="fb-week">
    <button
      aria-label="Earlier days"
      className="fb-button fb-button--small"
      disabled={props.isFirst}
      onClick={() => props.onMove(-props.dates.length)}
      type="button"
    >
      ‹
    </button>
    <div className="fb-week__days" role="group" aria-label="Day">
      {props.dates.map((date) => {
        const { weekday, day: name } = dateWords(date)
        const count = props.countOn(date)
        return (
          <button
            aria-pressed={props.shown === date}
            className="fb-week__day"
            disabled={count === 0}
            key={date}
            onClick={() => props.onDay(date)}
            type="button"
          >
            <strong>{weekday}</strong>
            <span>{name}</span>
            <span className="fb-hint">{count === 0 ? 'full' : `${count} free`}</span>
          </button>
        )
      })}
    </div>
    <button
      aria-label="Later days"
      className="fb-button fb-button--small"
      onClick={() => props.onMove(props.dates.length)}
      type="button"
    >
      ›
    </button>
  </div>
)
