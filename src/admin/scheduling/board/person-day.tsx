'use client'
import type { FinderPerson } from '../../../contracts/scheduling/finder.ts'
import { clockIn } from '../../ui/zoned-time.ts'
import type { BoardVisit } from './board-visit.ts'

type PersonDayProps = { person: FinderPerson; visit: BoardVisit; zone: string }

const hourMs = 3_600_000

/** A person's working day as a bar: free, taken, and where the visit would go. */
export const PersonDay = ({ person, visit, zone }: PersonDayProps) => {
  const edges = [
    visit.start - hourMs,
    visit.end + hourMs,
    ...person.working.flatMap(({ start, end }) => [Date.parse(start), Date.parse(end)]),
  ]
  const [from, to] = [Math.min(...edges), Math.max(...edges)]
  const across = (start: number, end: number) => {
    const [left, right] = [Math.max(start, from), Math.min(end, to)]
    return {
      left: `${((left - from) / (to - from)) * 100}%`,
      width: `${(Math.max(0, right - left) / (to - from)) * 100}%`,
    }
  }
  return (
    <span
      aria-hidden="true"
      className="fb-person-day"
      title={`${clockIn(from, zone)} to ${clockIn(to, zone)}`}
    >
      {person.working.map(({ start, end }) => (
        <span
          className="fb-person-day__open"
          key={start}
          style={across(Date.parse(start), Date.parse(end))}
        />
      ))}
      {person.busy.map(({ start, end, kind }) => (
        <span
          className={`fb-person-day__busy fb-person-day__busy--${kind}`}
          key={`${start}${kind}`}
          style={across(Date.parse(start), Date.parse(end))}
        />
      ))}
      <span className="fb-person-day__visit" style={across(visit.start, visit.end)} />
    </span>
  )
}
