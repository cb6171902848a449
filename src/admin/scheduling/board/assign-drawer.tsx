'use client'
import { useState } from 'react'
import type {
  FinderAnswer,
  FinderPerson,
  NearbyAnswer,
} from '../../../contracts/scheduling/finder.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { RefusalNote } from '../../ui/refusal-note.tsx'
import { useAnswer } from '../../ui/use-answer.ts'
import { When } from '../../ui/when.tsx'
import { FinderMap } from '../finder/finder-map.tsx'
import { FinderTimeline } from '../finder/finder-timeline.tsx'
import { type FinderView, FinderViews } from '../finder/finder-views.tsx'
import { NotOffered } from '../finder/not-offered.tsx'
import { personFacts } from '../finder/person-facts.ts'
import { WhyNotButtons } from '../finder/why-not-buttons.tsx'
import { WhyNotDialog } from '../why-not-dialog.tsx'
import { useBoardContext } from './board-context.ts'
import { type BoardVisit, whoAndWhere } from './board-visit.ts'
import { BoardRefusal } from './board-refusal.tsx'
import type { MapTiles } from '../map/use-map.ts'
import { type Spot, spotOf } from './moves.ts'
import { NearbyList } from './nearby-list.tsx'
import { PersonDay } from './person-day.tsx'
import type { Moves } from './use-moves.ts'

type AssignDrawerProps = {
  visit: BoardVisit
  move: Moves['move']
  moves: Moves
  tiles: MapTiles | undefined
  onClose: () => void
}

const spotAt = (visit: BoardVisit, to: { person: string | null; start: string }): Spot => {
  const start = Date.parse(to.start)
  return { person: to.person, start, end: start + (visit.end - visit.start) }
}

/** Find & assign: who can take the visit, ranked, with reasons for the others. */
export const AssignDrawer = ({ visit, move, moves, tiles, onClose }: AssignDrawerProps) => {
  const { board } = useBoardContext()
  const [isBusy, setBusy] = useState(false)
  const [view, setView] = useState<FinderView>('list')
  const [asked, setAsked] = useState<{ id: string; name: string }>()
  const { answer, errors } = useAnswer<FinderAnswer>(`/api/app/finder?appointment=${visit.id}`)
  const { answer: nearby } = useAnswer<NearbyAnswer>(
    `/api/app/nearby?appointment=${visit.id}&limit=6`,
  )

  const give = async (spot: Spot) => {
    setBusy(true)
    const done = await move(visit, spot)
    setBusy(false)
    if (done) onClose()
  }
  const people = (answer?.people ?? []).filter(({ id }) => id !== visit.person)
  const free = people.filter((person) => person.free)
  const busy = people.filter((person) => !person.free)

  const row = (person: FinderPerson) => (
    <li className={`fb-person ${person.free ? '' : 'fb-person--off'}`} key={person.id}>
      <span className="fb-person__facts">
        <strong>{person.name}</strong>
        <span className="fb-hint">{personFacts(person)}</span>
        <PersonDay person={person} visit={visit} zone={board.timezone} />
      </span>
      {person.free ? (
        <button
          aria-label={`Assign to ${person.name}`}
          className="fb-button fb-button--primary"
          disabled={isBusy}
          onClick={() => void give({ ...spotOf(visit), person: person.id })}
          type="button"
        >
          Assign
        </button>
      ) : (
        <WhyNotButtons
          isBusy={isBusy}
          name={person.name}
          onAsk={() => setAsked(person)}
          onTry={() => void give({ ...spotOf(visit), person: person.id })}
        />
      )}
    </li>
  )

  return (
    <Dialog onClose={onClose} open shape="side" title={`Assign ${visit.service}`}>
      <div aria-busy={!answer} className="fb-dialog__body">
        <p>
          <When
            end={new Date(visit.end).toISOString()}
            start={new Date(visit.start).toISOString()}
            zone={board.timezone}
          />
          <br />
          {whoAndWhere(visit)}
        </p>
        <BoardRefusal moves={moves} onDone={onClose} />
        <RefusalNote errors={errors} />
        <FinderViews onView={setView} view={view} />
        {answer && view === 'map' ? (
          <FinderMap answer={answer} nearby={nearby?.visits ?? []} tiles={tiles} />
        ) : null}
        {answer && view === 'timeline' ? (
          <FinderTimeline answer={answer} people={[...free, ...busy]} />
        ) : null}
        {answer || errors.length > 0 ? null : (
          <p className="fb-hint">Looking for who is free then …</p>
        )}
        <h3 className="fb-subhead">Can take it</h3>
        <ul className="fb-people">{free.map(row)}</ul>
        {answer && free.length === 0 ? (
          <p className="fb-muted">No one else is free and qualified at this time.</p>
        ) : null}
        {busy.length > 0 ? (
          <details className="fb-details" open={free.length === 0}>
            <summary>Qualified but unavailable ({busy.length})</summary>
            <ul className="fb-people">{busy.map(row)}</ul>
          </details>
        ) : null}
        <NotOffered isBusy={isBusy} onAsk={setAsked} others={answer?.others ?? []} />
        <NearbyList
          isBusy={isBusy}
          nearby={nearby}
          offered={free.map(({ id }) => id)}
          onAssign={(person) => void give({ ...spotOf(visit), person })}
        />
        {visit.person ? (
          <button
            className="fb-button fb-button--danger"
            disabled={isBusy}
            onClick={() => void give({ ...spotOf(visit), person: null })}
            type="button"
          >
            Leave it unassigned
          </button>
        ) : null}
      </div>
      {asked ? (
        <WhyNotDialog
          appointment={visit.id}
          fieldworker={asked}
          onClose={() => setAsked(undefined)}
          onPerson={({ id }, at) => void give(spotAt(visit, { person: id, start: at }))}
          onStart={(at) => void give(spotAt(visit, { person: visit.person, start: at }))}
          service={answer?.service.id ?? ''}
          start={new Date(visit.start).toISOString()}
          zone={board.timezone}
        />
      ) : null}
    </Dialog>
  )
}
