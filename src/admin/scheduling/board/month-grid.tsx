'use client'
import { dateWords, datesFrom } from '../../ui/days.ts'
import { teamWord } from '../../ui/team-word.ts'
import { dateIn } from '../../ui/zoned-time.ts'
import { useBoardContext } from './board-context.ts'
import type { BoardVisit } from './board-visit.ts'
import { minutesOf } from './capacity.ts'
import { lengthWords } from './visit-words.ts'
import { isUnassigned, visitsByPerson } from './visits-by-person.ts'
import './month.css'

const dayMs = 86_400_000
/** As much work as fills a day; shades are shares of it. */
const fullDay = 8 * 60

type RowProps = {
  name: string
  dates: readonly string[]
  visits: readonly BoardVisit[]
  today: string
  zone: string
  onDay: (date: string) => void
}

const loadWords = (visits: readonly BoardVisit[]) =>
  `${visits.length === 1 ? '1 visit' : `${visits.length} visits`}, ${lengthWords(minutesOf(visits))}`

const Row = ({ name, dates, visits, today, zone, onDay }: RowProps) => (
  <tr>
    <th scope="row">
      {name}
      <span className="fb-hint fb-block">{loadWords(visits)}</span>
    </th>
    {dates.map((date) => {
      const own = visits.filter(({ start }) => dateIn(start, zone) === date)
      const { weekday, day } = dateWords(date)
      const share = Math.min(1, minutesOf(own) / fullDay)
      return (
        <td data-today={date === today || undefined} key={date}>
          {own.length > 0 ? (
            <button
              aria-label={`${name}, ${weekday} ${day}: ${loadWords(own)}`}
              className="fb-month__load"
              onClick={() => onDay(date)}
              style={{ '--fb-share': `${Math.round(20 + share * 60)}%` } as React.CSSProperties}
              title={loadWords(own)}
              type="button"
            >
              {own.length}
            </button>
          ) : null}
        </td>
      )
    })}
  </tr>
)

/** A month: how many visits each fieldworker has on each day, and how full it is; a day opens. */
export const MonthGrid = ({ onDay }: { onDay: (date: string) => void }) => {
  const { board, visits, now } = useBoardContext()
  const zone = board.timezone
  const first = dateIn(board.start, zone)
  const dates = datesFrom(first, Math.round((board.end - board.start) / dayMs))
  const today = now === undefined ? '' : dateIn(now, zone)
  const rows = visitsByPerson(visits)
  const unassigned = visits.filter(isUnassigned)
  const shared = { dates, today, zone, onDay }
  return (
    <div aria-label={`Month by ${teamWord().one}`} className="fb-month" role="region" tabIndex={0}>
      <table>
        <thead>
          <tr>
            <td />
            {dates.map((date) => {
              const { weekday, day } = dateWords(date)
              return (
                <th data-today={date === today || undefined} key={date} scope="col">
                  <button className="fb-month__date" onClick={() => onDay(date)} type="button">
                    {weekday.slice(0, 2)} <strong>{Number(date.slice(-2))}</strong>
                    <span className="fb-sr"> {day}</span>
                  </button>
                </th>
              )
            })}
          </tr>
        </thead>
        <tbody>
          {unassigned.length > 0 ? <Row {...shared} name="Unassigned" visits={unassigned} /> : null}
          {board.people.map((person) => (
            <Row
              {...shared}
              key={person.id}
              name={person.name}
              visits={rows.get(person.id) ?? []}
            />
          ))}
        </tbody>
      </table>
    </div>
  )
}
