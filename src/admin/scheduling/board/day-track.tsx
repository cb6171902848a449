'use client'
import { hoursIn } from '../../ui/zoned-time.ts'
import type { BoardPerson } from '../../../contracts/scheduling/board.ts'
import { Glyph } from '../../ui/glyph.tsx'
import { type Axis, placeOn } from './axis.ts'
import { useBoardContext } from './board-context.ts'
import { startAt } from './free-spot.ts'
import type { BoardVisit } from './board-visit.ts'
import { lanesOf } from './lanes.ts'
import { absenceWord } from './refusal-words.ts'
import { type TravelGap, travelGaps } from './travel-gaps.ts'
import { VisitCard } from './visit-card.tsx'

const across = (axis: Axis, start: number, end: number) => {
  const left = placeOn(axis, start)
  return { left: `${left}%`, width: `${placeOn(axis, end) - left}%` }
}

const gapWords = ({ needed, given, isImpossible }: TravelGap) =>
  isImpossible ? `${needed} min drive, ${given} min between` : `${needed} min drive`

const minuteMs = 60_000

/** Working hours, absences and ways: what lies behind the visits of a day. */
const Ground = ({ person, visits }: { person: BoardPerson; visits: readonly BoardVisit[] }) => {
  const { axis, board } = useBoardContext()
  const span = (from: number, to: number) =>
    across(axis, board.start + from * minuteMs, board.start + to * minuteMs)
  return (
    <>
      {(person.hours ?? []).map(([from, to]) => (
        <span className="fb-open" key={`${from}`} style={span(from, to)} />
      ))}
      {person.absences.map(([from, to, kind]) => {
        const words = `${absenceWord(kind)} ${hoursIn(board.start + from * minuteMs, board.start + to * minuteMs, board.timezone)}`
        return (
          <span
            className={`fb-away ${kind === 'external' ? 'fb-away--external' : ''}`}
            key={`${from}${kind}`}
            style={span(from, to)}
            title={`${person.name} is ${words}`}
          >
            <span>{words}</span>
          </span>
        )
      })}
      {travelGaps(visits, board.travel).map((gap) => (
        <span
          className="fb-way"
          data-impossible={gap.isImpossible || undefined}
          key={gap.from}
          style={across(axis, gap.from, gap.to)}
          title={`${gapWords(gap)} (${gap.km.toFixed(1)} km by road, estimated)`}
        >
          <span>
            {gap.isImpossible ? <Glyph name="warn" size={12} /> : null}
            {gap.needed} min
            {gap.isImpossible ? <span className="fb-sr">, {gapWords(gap)}</span> : null}
          </span>
        </span>
      ))}
    </>
  )
}

/** The day of one fieldworker on the axis of hours; by keys, their name opens it. */
export const DayTrack = ({
  person,
  visits,
}: {
  person: BoardPerson
  visits: readonly BoardVisit[]
}) => {
  const { axis, board, ghost, now, openSpot } = useBoardContext()
  const { items, count } = lanesOf(visits)
  const isTarget = ghost?.to.person === person.id
  return (
    <div
      className="fb-track"
      data-person={person.id}
      data-target={isTarget || undefined}
      onClick={(event) => {
        if ((event.target as Element).closest('.fb-slip')) return
        const { left, width } = event.currentTarget.getBoundingClientRect()
        openSpot({ person: person.id, start: startAt(axis, (event.clientX - left) / width) })
      }}
      style={{ '--lanes': count } as React.CSSProperties}
    >
      <Ground person={person} visits={visits} />
      {now !== undefined && now > axis.start && now < axis.end ? (
        <span className="fb-now" style={{ left: `${placeOn(axis, now)}%` }} />
      ) : null}
      <ul className="fb-track__visits">
        {items.map(({ item, lane }) => (
          <li
            key={item.id}
            style={{ ...across(axis, item.start, item.end), '--lane': lane } as React.CSSProperties}
          >
            <VisitCard resizes visit={item} />
          </li>
        ))}
      </ul>
      {isTarget && ghost ? (
        <span className="fb-ghost-visit" style={across(axis, ghost.to.start, ghost.to.end)}>
          {hoursIn(ghost.to.start, ghost.to.end, board.timezone)}
        </span>
      ) : null}
    </div>
  )
}
