'use client'
import { useState } from 'react'
import { Dialog } from '../../ui/dialog.tsx'
import { Glyph } from '../../ui/glyph.tsx'
import { RefusalNote } from '../../ui/refusal-note.tsx'
import type { RouteProposal } from '../../../contracts/scheduling/routes.ts'
import { PlanOutcome } from './plan-outcome.tsx'
import { StaleVisits } from './stale-visits.tsx'
import { usePlan } from './use-plan.ts'

type PlanDayProps = {
  date: string
  /** The day in words. */
  title: string
  onApplied: (words: string) => void
  onClose: () => void
}

const stateWords: Record<RouteProposal['state'], string> = {
  searching: 'Optimising routes…',
  ready: 'The best plan found',
  cancelled: 'The search was stopped',
  applied: 'This plan is applied',
  failed: 'The search did not come to an end',
}

/** "Plan the day": a proposal for everybody's routes, looked at before it is applied or dropped. */
export const PlanDay = ({ date, title, onApplied, onClose }: PlanDayProps) => {
  const { proposal, errors, isBusy, start, apply, discard, startOver } = usePlan()
  const [seconds, setSeconds] = useState(10)
  const [moveConfirmed, setMoveConfirmed] = useState(false)
  const isSearching = proposal?.state === 'searching'
  const isStale = errors.some(({ code }) => code === 'stale-plan')

  const close = async () => {
    await discard()
    onClose()
  }
  const use = async () => {
    const changed = await apply()
    if (changed === undefined) return
    onApplied(changed === 1 ? '1 visit was moved.' : `${changed} visits were moved.`)
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
              void start({ date, seconds, moveConfirmed })
            }}
          >
            <p>
              Orders and assigns the day’s visits over the team: shorter ways, within working hours,
              skills and areas. Nothing changes until you apply it.
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
                checked={moveConfirmed}
                onChange={(event) => setMoveConfirmed(event.target.checked)}
                type="checkbox"
              />
              <span>
                Confirmed visits may get another time
                <span className="fb-hint">Their customers are told of it.</span>
              </span>
            </label>
            <button className="fb-button fb-button--primary" disabled={isBusy} type="submit">
              <Glyph name="route" /> Find a plan
            </button>
          </form>
        )}
      </div>
    </Dialog>
  )
}
