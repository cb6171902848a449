'use client'
import { type FormEvent, useState } from 'react'
import { Dialog } from '../../ui/dialog.tsx'
import { RefusalNote } from '../../ui/refusal-note.tsx'
import type { SeriesView } from '../page/booking-view.ts'
import { useCommand } from '../use-command.ts'

type Choice = 'ahead' | 'following' | 'keep'

const labels: Record<Choice, string> = {
  keep: 'Keep the visits that are booked',
  following: 'Cancel this booking and those after it',
  ahead: 'Cancel everything that is ahead',
}

/** Ends a series: keeps the visits ahead or cancels them, after asking. */
export const EndSeries = ({ series, booking }: { series: SeriesView; booking: string }) => {
  const { run, busy, errors, clear } = useCommand()
  const [open, setOpen] = useState(false)
  const [choice, setChoice] = useState<Choice>('keep')
  const [reason, setReason] = useState('')

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const body = {
      future: choice === 'keep' ? 'keep' : 'cancel',
      ...(choice === 'following' && { from: booking }),
      ...(reason.trim() && { reason: reason.trim() }),
    }
    const path = `/api/series/${series.id}/end`
    if (await run({ path, body, success: 'The series has ended.' })) setOpen(false)
  }

  return (
    <>
      <button
        className="fb-button fb-button--small"
        onClick={() => {
          clear()
          setOpen(true)
        }}
        type="button"
      >
        End the series…
      </button>
      {open ? (
        <Dialog onClose={() => setOpen(false)} open title="End the series?">
          <form className="fb-dialog__body" onSubmit={(event) => void submit(event)}>
            <RefusalNote errors={errors} />
            <fieldset className="fb-choices">
              <legend className="fb-label">{series.summary}</legend>
              {(Object.keys(labels) as Choice[]).map((one) => (
                <label className="fb-check" key={one}>
                  <input
                    checked={choice === one}
                    name="future"
                    onChange={() => setChoice(one)}
                    type="radio"
                  />
                  <span>{labels[one]}</span>
                </label>
              ))}
            </fieldset>
            <label className="fb-field">
              <span>Reason{choice === 'keep' ? ' (optional)' : ''}</span>
              <textarea
                className="fb-input"
                onChange={(event) => setReason(event.target.value)}
                required={choice !== 'keep'}
                value={reason}
              />
            </label>
            <div className="fb-row fb-row--end">
              <button className="fb-button" onClick={() => setOpen(false)} type="button">
                Go back
              </button>
              <button className="fb-button fb-button--danger" disabled={busy} type="submit">
                End the series
              </button>
            </div>
          </form>
        </Dialog>
      ) : null}
    </>
  )
}
