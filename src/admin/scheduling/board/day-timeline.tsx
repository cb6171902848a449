'use client'
import { useEffect, useRef } from 'react'
import { clockIn } from '../../ui/zoned-time.ts'
import { hoursOn } from './axis.ts'
import { useBoardContext } from './board-context.ts'
import { DayTrack } from './day-track.tsx'
import { PersonHead } from './person-head.tsx'
import { visitsByPerson } from './visits-by-person.ts'

const hourMs = 3_600_000

/**
 * Where a long day is opened: today an hour and a half before now, another day at half past six;
 * what is earlier lies to the left.
 */
const openedAt = ({ start, end }: { start: number; end: number }, now: number): number =>
  now > start && now < end ? now - 1.5 * hourMs : start + 6.5 * hourMs

const short = (at: number, zone: string) => clockIn(at, zone).replace(':00', '')

/** A day: one row for each fieldworker, hours across. On a phone the rows become lists. */
export const DayTimeline = () => {
  const { axis, board, visits } = useBoardContext()
  const hours = hoursOn(axis)
  const rows = visitsByPerson(visits)
  const lineup = useRef<HTMLDivElement>(null)
  const { start: dayStart, end: dayEnd } = board
  const length = axis.end - axis.start
  useEffect(() => {
    const scale = lineup.current?.querySelector('.fb-lineup__hours')
    if (!lineup.current || !scale) return
    const from = (openedAt({ start: dayStart, end: dayEnd }, Date.now()) - axis.start) / length
    lineup.current.scrollLeft = Math.max(0, from * scale.clientWidth)
  }, [axis.start, length, dayStart, dayEnd])
  return (
    <div
      aria-label="Timeline of the day"
      className="fb-lineup"
      ref={lineup}
      role="region"
      style={{ '--hours': hours.length } as React.CSSProperties}
      tabIndex={0}
    >
      <div aria-hidden="true" className="fb-lineup__head">
        <span />
        <div className="fb-lineup__hours">
          {hours.map((hour) => (
            <span key={hour}>{short(hour, board.timezone)}</span>
          ))}
        </div>
      </div>
      {board.people.map((person) => {
        const own = rows.get(person.id) ?? []
        return (
          <section aria-label={person.name} className="fb-lineup__row" key={person.id}>
            <PersonHead person={person} visits={own} />
            <DayTrack person={person} visits={own} />
          </section>
        )
      })}
    </div>
  )
}
