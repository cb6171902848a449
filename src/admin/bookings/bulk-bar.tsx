'use client'
import { useRouter } from 'next/navigation.js'
import { type FormEvent, useState } from 'react'
import { callApi } from '../ui/call-api.ts'
import { Dialog } from '../ui/dialog.tsx'
import type { BookingRow } from './booking-row.ts'
import type { BulkMove } from './bulk-moves.ts'

export type BulkResult = { ok: boolean; words: string }

type BulkBarProps = {
  rows: BookingRow[]
  moves: BulkMove[]
  onResult: (id: string, result: BulkResult) => void
  onDone: () => void
}

const words: Record<BulkMove, { label: string; done: string }> = {
  confirm: { label: 'Confirm', done: 'Confirmed.' },
  complete: { label: 'Complete', done: 'Completed.' },
  cancel: { label: 'Cancel…', done: 'Cancelled.' },
  claim: { label: 'Claim', done: 'You own it.' },
}

/** One command for the ticked bookings: one request and one transaction each, each result told. */
export const BulkBar = ({ rows, moves, onResult, onDone }: BulkBarProps) => {
  const router = useRouter()
  const [asking, setAsking] = useState(false)
  const [reason, setReason] = useState('')
  const [at, setAt] = useState(0)
  const [summary, setSummary] = useState('')
  const busy = at > 0
  const idle = rows.length === 0 && summary === ''

  const run = async (move: BulkMove, body: object) => {
    let failed = 0
    setSummary('')
    for (const [index, row] of rows.entries()) {
      setAt(index + 1)
      const answer = await callApi(`/api/bookings/${row.id}/${move}`, { method: 'POST', body })
      const text = answer.ok ? words[move].done : answer.errors.map((e) => e.message).join(' ')
      if (!answer.ok) failed += 1
      onResult(row.id, { ok: answer.ok, words: text })
    }
    setAt(0)
    setSummary(
      `${rows.length - failed} of ${rows.length} done.${failed > 0 ? ' The rest say why not in their rows.' : ''}`,
    )
    onDone()
    router.refresh()
  }
  const press = (move: BulkMove) => {
    if (move === 'cancel') setAsking(true)
    else void run(move, {})
  }
  const cancel = (event: FormEvent) => {
    event.preventDefault()
    setAsking(false)
    void run('cancel', { reason: reason.trim() })
  }

  return (
    <div
      className={`fb-bulk ${rows.length > 0 ? 'fb-bulk--on' : ''} ${idle ? 'fb-bulk--idle' : ''}`}
    >
      <span aria-live="polite">
        {busy
          ? `Working on ${at} of ${rows.length}`
          : rows.length > 0
            ? `${rows.length} ticked`
            : summary}
      </span>
      {rows.length > 0
        ? moves.map((move) => (
            <button
              className="fb-button fb-button--small"
              disabled={busy}
              key={move}
              onClick={() => press(move)}
              type="button"
            >
              {words[move].label}
            </button>
          ))
        : null}
      <Dialog
        onClose={() => setAsking(false)}
        open={asking}
        title={`Cancel ${rows.length} bookings?`}
      >
        <form className="fb-dialog__body" onSubmit={cancel}>
          <p>
            Each is cancelled on its own; customers and fieldworkers are told. No fee is charged
            here: open a booking to charge one.
          </p>
          <label className="fb-field">
            <span>Reason</span>
            <textarea
              className="fb-input"
              onChange={(event) => setReason(event.target.value)}
              required
              value={reason}
            />
          </label>
          <div className="fb-row fb-row--end">
            <button className="fb-button" onClick={() => setAsking(false)} type="button">
              Keep them
            </button>
            <button className="fb-button fb-button--danger" type="submit">
              Cancel bookings
            </button>
          </div>
        </form>
      </Dialog>
    </div>
  )
}
