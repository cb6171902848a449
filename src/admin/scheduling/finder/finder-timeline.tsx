'use client'
import type { FinderAnswer, FinderPerson } from '../../../contracts/scheduling/finder.ts'
import { clockIn, spanIn } from '../../ui/zoned-time.ts'

type FinderTimelineProps = { answer: FinderAnswer; people: readonly FinderPerson[] }

const hourMs = 3_600_000

const hoursOf = (answer: FinderAnswer, people: readonly FinderPerson[]): [number, number] => {
  const spans = people.flatMap(({ working }) => working)
  const asked = answer.start && answer.end ? [{ start: answer.start, end: answer.end }] : []
  const all = [...spans, ...asked]
  if (all.length === 0) return [0, 0]
  const from = Math.min(...all.map(({ start }) => Date.parse(start)))
  const to = Math.max(...all.map(({ end }) => Date.parse(end)))
  return [Math.floor(from / hourMs) * hourMs, Math.ceil(to / hourMs) * hourMs]
}

const freeWords = (person: FinderPerson, zone: string): string =>
  person.open.length === 0
    ? 'no free time'
    : `free ${person.open.map(({ start, end }) => spanIn(start, end, zone)).join(', ')}`

/** Everybody's day on one axis: hours, what takes them, what is free, and the time asked for. */
export const FinderTimeline = ({ answer, people }: FinderTimelineProps) => {
  const { timezone } = answer
  const [from, to] = hoursOf(answer, people)
  if (to <= from) return <p className="fb-muted">No one qualified works on this day.</p>
  const across = (span: { start: string; end: string }) => {
    const left = Math.max(Date.parse(span.start), from)
    const right = Math.min(Date.parse(span.end), to)
    return {
      left: `${((left - from) / (to - from)) * 100}%`,
      width: `${(Math.max(0, right - left) / (to - from)) * 100}%`,
    }
  }
  const step = Math.max(1, Math.ceil((to - from) / hourMs / 6)) * hourMs
  const hours = Array.from(
    { length: Math.floor((to - from) / step) },
    (_, index) => from + index * step,
  )
  return (
    <div className="fb-finder-line">
      <div aria-hidden="true" className="fb-finder-line__hours">
        {hours.map((hour) => (
          <span key={hour} style={{ left: `${((hour - from) / (to - from)) * 100}%` }}>
            {clockIn(hour, timezone).replace(':00', '')}
          </span>
        ))}
      </div>
      <ul>
        {people.map((person) => (
          <li key={person.id}>
            <strong>{person.name}</strong>
            <span className="fb-sr">{freeWords(person, timezone)}</span>
            <span aria-hidden="true" className="fb-person-day fb-finder-line__day">
              {person.working.map((span) => (
                <span className="fb-person-day__open" key={span.start} style={across(span)} />
              ))}
              {person.busy.map((span) => (
                <span
                  className={`fb-person-day__busy fb-person-day__busy--${span.kind}`}
                  key={`${span.start}${span.kind}`}
                  style={across(span)}
                  title={`${spanIn(span.start, span.end, timezone)}`}
                />
              ))}
              {answer.start && answer.end ? (
                <span
                  className="fb-person-day__visit"
                  style={across({ start: answer.start, end: answer.end })}
                />
              ) : null}
            </span>
          </li>
        ))}
      </ul>
      <p aria-hidden="true" className="fb-finder-line__key">
        <span className="fb-finder-line__free" /> free <span className="fb-finder-line__busy" />{' '}
        taken {answer.start ? <span className="fb-finder-line__asked" /> : null}
        {answer.start ? ' this visit' : ''}
      </p>
    </div>
  )
}
