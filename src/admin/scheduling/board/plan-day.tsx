'use client'
import { useState } from 'react'
import { Dialog } from '../../ui/dialog.tsx'
import { Glyph } from '../../ui/glyph.tsx'
import { RefusalNote } from '../../ui/refusal-note.tsx'
import type { ProposalApplied, RouteProposal } from '../../../contracts/scheduling/routes.ts'
import { PlanOutcome } from './plan-outcome.tsx'
import { PlanTold } from './plan-told.tsx'
import { StaleVisits } from './stale-visits.tsx'
import { usePlan } from './use-plan.ts'

type PlanDayProps = {
  date: string
  /** The day in words. */
  title: string
  onApplied: (applied: ProposalApplied) => void
  onClose: () => void
}

const stateWords: Record<RouteProposal['state'], string> = {
  searching: 'Optimising routes…',
  ready: 'The best plan found',
  cancelled: 'Search stopped',
  applied: 'Plan applied',
  failed: 'The search ended early. Plan again.',
}

/** "Plan the day": a proposal for everybody's routes, looked at before it is applied or dropped. */
export const PlanDay = ({ date, title, onApplied, onClose }: PlanDayProps) => {
  const { proposal, errors, isBusy, start, apply, discard, startOver } = usePlan()
  const [seconds, setSeconds] = useState(10)
  const [moveTimes, setMoveTimes] = useState(false)
  const isSearching = proposal?.state === 'searching'
  const isStale = errors.some(({ code }) => code === 'stale-plan')

  const close = async () => {
    await discard()
    onClose()
  }
  const use = async () => {
    const applied = await apply()
    if (!applied) return
    onApplied(applied)
    onClose()
  }

  return (
    <Dialog onClose={() => void close()} open shape="side" title={`Plan ${title}`}>
      <div className="fb-dialog__body">
        <RefusalNote errors={errors} />
        {isStale ? <StaleVisits errors={errors} /> : null}
        {proposal ? (
          <>
            <label className="fb-field">
              <span aria-live="polite">{stateWords[proposal.state]}</span>
              <progress className="fb-plan__progress" max={1} value={proposal.progress} />
            </label>
            <PlanOutcome proposal={proposal} />
            <PlanTold proposal={proposal} />
            <div className="fb-row fb-row--end">
              <button
                className="fb-button"
                disabled={isBusy}
                onClick={() => void close()}
                type="button"
              >
                {isSearching ? 'Stop and discard' : 'Discard'}
              </button>
              {isStale || proposal.state === 'failed' ? (
                <button
                  className="fb-button fb-button--primary"
                  disabled={isBusy}
                  onClick={() => void startOver()}
                  type="button"
                >
                  <Glyph name="route" /> Plan again
                </button>
              ) : (
                <button
                  className="fb-button fb-button--primary"
                  disabled={isBusy || proposal.state !== 'ready' || proposal.changes === 0}
                  onClick={() => void use()}
                  type="button"
                >
                  <Glyph name="check" /> Apply {proposal.changes}{' '}
                  {proposal.changes === 1 ? 'change' : 'changes'}
                </button>
              )}
            </div>
          </>
        ) : (
          <form
            className="fb-plan__form"
            onSubmit={(event) => {
              event.preventDefault()
              void start({ date, seconds, moveTimes })
            }}
          >
            <p>
              Assigns the day’s visits for the least driving, within hours, skills and areas.
              Nothing changes until you apply the plan.
            </p>
            <label className="fb-field">
              <span>Search for</span>
              <select
                className="fb-input"
                onChange={(event) => setSeconds(Number(event.target.value))}
                value={seconds}
              >
                {[3, 10, 30, 60].map((choice) => (
                  <option key={choice} value={choice}>
                    {choice} seconds
                  </option>
                ))}
              </select>
            </label>
            <label className="fb-check">
              <input
                checked={moveTimes}
                onChange={(event) => setMoveTimes(event.target.checked)}
                type="checkbox"
              />
              <span>
                Allow new times
                <span className="fb-hint">
                  Otherwise every visit keeps the time its customer chose.
                </span>
              </span>
            </label>
            <button className="fb-button fb-button--primary" disabled={isBusy} type="submit">
              <Glyph name="route" /> Optimise
            </button>
          </form>
        )}
      </div>
    </Dialog>
  )
}
