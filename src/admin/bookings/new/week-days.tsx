'use client'
import { dateWords } from '../../ui/days.ts'
import { Glyph } from '../../ui/glyph.tsx'

type WeekDaysProps = {
  dates: string[]
  shown: string
  /** Earlier days have gone by. */
  isFirst: boolean
  /** Free starts on a date; undefined until they are known. */
  countOn: (date: string) => number | undefined
  onDay: (date: string) => void
  onMove: (days: number) => void
}

const countWords = (count: number | undefined): string =>
  count === undefined ? '…' : count === 0 ? 'full' : `${count} free`

/** `Sat 21 – Fri 27 Nov` of the first and the last date. */
const spanWords = (dates: string[]): string => {
  const [first, last] = [dateWords(dates[0] ?? ''), dateWords(dates.at(-1) ?? '')]
  return `${first.weekday} ${first.day} – ${last.weekday} ${last.day}`
}

/** A row of days with the number of free starts on each, and the way to other weeks. */
export const WeekDays = (props: WeekDaysProps) => (
  <div className="fb-week">
    <div className="fb-week__head">
      <button
        aria-label="Earlier days"
        className="fb-button fb-button--small"
        disabled={props.isFirst}
        onClick={() => props.onMove(-props.dates.length)}
        type="button"
      >
        <Glyph name="left" />
      </button>
      <span aria-live="polite" className="fb-strong">
        {spanWords(props.dates)}
      </span>
      <button
        aria-label="Later days"
        className="fb-button fb-button--small"
        onClick={() => props.onMove(props.dates.length)}
        type="button"
      >
        <Glyph name="right" />
      </button>
    </div>
    <div aria-label="Day" className="fb-week__days" role="group">
      {props.dates.map((date) => {
        const { weekday, day: name } = dateWords(date)
        const count = props.countOn(date)
        return (
          <button
            aria-pressed={props.shown === date}
            className="fb-week__day"
            disabled={!count}
            key={date}
            onClick={() => props.onDay(date)}
            type="button"
          >
            <strong>{weekday}</strong>
            <span>{name}</span>
            <span className="fb-hint">{countWords(count)}</span>
          </button>
        )
      })}
    </div>
  </div>
)
