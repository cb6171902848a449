'use client'
import { dateWords, datesFrom } from '../../ui/days.ts'
import { dateIn, hoursIn } from '../../ui/zoned-time.ts'
import { useBoardContext } from './board-context.ts'
import type { BoardVisit } from './board-visit.ts'
import { lengthWords } from './visit-words.ts'
import { CannotNote } from './cannot-note.tsx'
import { VisitCard } from './visit-card.tsx'
import { visitsByPerson } from './visits-by-person.ts'
import { teamWord } from '../../ui/team-word.ts'

const lengthOf = (visits: readonly BoardVisit[]) =>
  visits.reduce((sum, { start, end }) => sum + (end - start) / 60_000, 0)

/** A week: a row for each fieldworker, a column for each day. On a phone the days come as lists. */
export const WeekGrid = ({ onDay }: { onDay: (date: string) => void }) => {
  const { board, visits, ghost, now, cannot } = useBoardContext()
  const zone = board.timezone
  const dates = datesFrom(dateIn(board.start, zone), 7)
  const today = now === undefined ? '' : dateIn(now, zone)
  const rows = visitsByPerson(visits)
  const isOpenOn = (hours: readonly (readonly [number, number])[] | null, date: string) =>
    hours?.some(([from]) => dateIn(board.start + from * 60_000, zone) === date) ?? true
  return (
    <div aria-label={`Week by ${teamWord().one}`} className="fb-weekly" role="region" tabIndex={0}>
      <div className="fb-weekly__head">
        <span />
        {dates.map((date) => {
          const { weekday, day } = dateWords(date)
          return (
            <button
              aria-current={date === today ? 'date' : undefined}
              className="fb-weekly__date"
              key={date}
              onClick={() => onDay(date)}
              type="button"
            >
              <strong>{weekday}</strong> {day}
            </button>
          )
        })}
      </div>
      {board.people.map((person) => {
        const own = rows.get(person.id) ?? []
        return (
          <section
            aria-label={person.name}
            className="fb-weekly__row"
            data-cannot={cannot.has(person.id) || undefined}
            key={person.id}
          >
            <div className="fb-row-head">
              <h3>{person.name}</h3>
              <p className="fb-row-head__load">
                {own.length === 1 ? '1 visit' : `${own.length} visits`}
                {own.length > 0 ? ` · ${lengthWords(lengthOf(own))}` : ''}
              </p>
              <CannotNote person={person.id} />
            </div>
            {dates.map((date) => {
              const onDate = own
                .filter(({ start }) => dateIn(start, zone) === date)
                .toSorted((a, b) => a.start - b.start)
              const isTarget =
                ghost?.to.person === person.id && dateIn(ghost.to.start, zone) === date
              return (
                <div
                  className="fb-weekly__cell"
                  data-day={date}
                  data-off={!isOpenOn(person.hours, date) || undefined}
                  data-person={person.id}
                  data-target={isTarget || undefined}
                  key={date}
                >
                  {onDate.length > 0 ? (
                    <h4 className="fb-weekly__phone-day">
                      {dateWords(date).weekday} {dateWords(date).day}
                    </h4>
                  ) : null}
                  <ul>
                    {onDate.map((visit) => (
                      <li key={visit.id}>
                        <VisitCard visit={visit} />
                      </li>
                    ))}
                  </ul>
                  {isTarget && ghost ? (
                    <p className="fb-ghost-visit">{hoursIn(ghost.to.start, ghost.to.end, zone)}</p>
                  ) : null}
                </div>
              )
            })}
          </section>
        )
      })}
    </div>
  )
}
