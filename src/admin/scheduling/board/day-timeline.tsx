'use client'
import { useEffect, useRef } from 'react'
import { clockIn } from '../../ui/zoned-time.ts'
import { hoursOn } from './axis.ts'
import { useBoardContext } from './board-context.ts'
import { DayTrack } from './day-track.tsx'
import { openedAt } from './opened-at.ts'
import { PersonHead } from './person-head.tsx'
import type { Zoom } from './use-board-look.ts'
import { visitsByPerson } from './visits-by-person.ts'

const short = (at: number, zone: string) => clockIn(at, zone).replace(':00', '')

/** A day: one row for each fieldworker, hours across. On a phone the rows become lists. */
export const DayTimeline = ({ zoom }: { zoom: Zoom }) => {
  const { axis, board, cannot, visits } = useBoardContext()
  const hours = hoursOn(axis)
  const rows = visitsByPerson(visits)
  const lineup = useRef<HTMLDivElement>(null)
  const { start: axisStart, end: axisEnd } = axis
  const opened = useRef('')
  useEffect(() => {
    // A day is brought to its hour when it is opened or zoomed, not when one of its visits changes.
    const day = `${board.start} ${zoom}`
    const scale = lineup.current?.querySelector('.fb-lineup__hours')
    if (!lineup.current || !scale || opened.current === day) return
    opened.current = day
    const from = (openedAt(board, Date.now()) - axisStart) / (axisEnd - axisStart)
    lineup.current.scrollLeft = Math.max(0, from * scale.clientWidth)
  }, [axisEnd, axisStart, board, zoom])
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
          <section
            aria-label={person.name}
            className="fb-lineup__row"
            data-cannot={cannot.has(person.id) || undefined}
            key={person.id}
          >
            <PersonHead person={person} visits={own} />
            <DayTrack person={person} visits={own} />
          </section>
        )
      })}
    </div>
  )
}
