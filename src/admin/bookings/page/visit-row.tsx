'use client'
import { Glyph } from '../../ui/glyph.tsx'
import { AcceptancePill, ProgressPill, StatusPill } from '../../ui/status-pills.tsx'
import { When } from '../../ui/when.tsx'
import { answerDueWords } from '../answer-due-words.ts'
import { Proposals } from '../new/proposals.tsx'
import { answerWords } from '../visits/answer-words.ts'
import type { AnswerVerb, VisitView } from './booking-view.ts'
import { teamWord } from '../../ui/team-word.ts'

type VisitRowProps = {
  visit: VisitView
  tickable: boolean
  ticked: boolean
  staged: AnswerVerb | undefined
  onTick: () => void
  onAssign: () => void
  onMove: () => void
  /** Somebody else beside this visit; undefined where nothing can be added. */
  onCrew: (() => void) | undefined
  onCancel: () => void
}

type OfferNoteProps = { offer: VisitView['offers'][number]; visit: VisitView }

/** Who is asked, and when the answer is due. */
const OfferNote = ({ offer, visit }: OfferNoteProps) => (
  <span className={offer.isLate ? 'fb-hint fb-late' : 'fb-hint'}>
    Offer sent to {offer.person}
    {offer.respondBy
      ? `. ${answerDueWords({ at: offer.respondBy, isLate: offer.isLate }, visit.timezone)}`
      : ''}
  </span>
)

/** One visit: what, when, who, where its answer and its status stand. */
export const VisitRow = (props: VisitRowProps) => {
  const { visit, staged } = props
  const who =
    visit.fieldworker?.name || (visit.isPersonHidden ? 'Hidden by your role' : 'No one yet')
  return (
    <li className={`fb-visit ${staged ? 'fb-visit--staged' : ''}`}>
      <div className="fb-visit__tick">
        {props.tickable ? (
          <input
            aria-label={`Select ${visit.service}, ${who}`}
            checked={props.ticked}
            className="fb-tick"
            onChange={props.onTick}
            type="checkbox"
          />
        ) : null}
      </div>
      <div className="fb-visit__what">
        <h3 className="fb-sr">{visit.service}</h3>
        <When end={visit.end} start={visit.start} zone={visit.timezone} />
      </div>
      <div className="fb-visit__who">
        <span className={visit.fieldworker ? 'fb-strong' : 'fb-muted'}>
          <Glyph name={visit.fieldworker ? 'person' : 'personOff'} /> {who}
        </span>
        {visit.offers.map((offer) => (
          <OfferNote key={offer.person} offer={offer} visit={visit} />
        ))}
        {visit.declines.map(({ person, reason }) => (
          <span className="fb-hint" key={person}>
            Declined by {person}
            {reason ? `: “${reason}”` : ''}
          </span>
        ))}
        {visit.proposals.length > 0 ? <Proposals visit={visit} /> : null}
      </div>
      <div className="fb-visit__state">
        <StatusPill status={visit.status} />
        <AcceptancePill acceptance={visit.acceptance} />
        <ProgressPill progress={visit.progress} />
        {staged ? (
          <span className="fb-visit__next">
            <Glyph name="swap" /> {answerWords[staged].becomes}
          </span>
        ) : null}
      </div>
      <div className="fb-visit__ways">
        {visit.move ? (
          <button
            aria-label={`Move ${visit.service}, ${who}`}
            className="fb-button fb-button--small"
            onClick={props.onMove}
            type="button"
          >
            Move…
          </button>
        ) : null}
        {visit.canAssign ? (
          <button className="fb-button fb-button--small" onClick={props.onAssign} type="button">
            {visit.fieldworker ? 'Reassign…' : 'Find & assign…'}
          </button>
        ) : null}
        {props.onCrew && visit.canAssign ? (
          <button
            aria-label={`Add ${teamWord().indefinite} beside ${visit.service}, ${who}`}
            className="fb-button fb-button--small"
            onClick={props.onCrew}
            type="button"
          >
            <Glyph name="plus" /> Add {teamWord().indefinite}
          </button>
        ) : null}
        {visit.canCancel ? (
          <button
            aria-label={`Cancel visit ${visit.service}, ${who}`}
            className="fb-ghost fb-button--small"
            onClick={props.onCancel}
            type="button"
          >
            Cancel visit…
          </button>
        ) : null}
      </div>
    </li>
  )
}
