'use client'
import { useState } from 'react'
import type { BookingRow } from '../list/booking-row.ts'
import { AskSeveral } from './ask-several.tsx'
import { AssignSeveral } from './assign-several.tsx'
import type { BulkMove } from './bulk-moves.ts'
import { type BulkResult, type BulkWork, commandWork, deleteWork } from './bulk-work.ts'
import { BulkResults } from './bulk-results.tsx'
import { LabelSeveral } from './label-several.tsx'
import { useBulk } from './use-bulk.ts'

type BulkBarProps = {
  rows: BookingRow[]
  moves: BulkMove[]
  onResult: (id: string, result: BulkResult) => void
  onDone: () => void
}

const labels: Record<BulkMove, string> = {
  assign: 'Assign…',
  label: 'Label…',
  claim: 'Claim',
  confirm: 'Confirm',
  complete: 'Complete…',
  cancel: 'Cancel…',
  delete: 'Delete…',
}

const questions = {
  complete: {
    consequence:
      'Each is completed on its own; visits that have started become completed. This cannot be taken back.',
    asksReason: false,
    label: 'Complete bookings',
    tone: 'primary',
  },
  cancel: {
    consequence:
      'Each is cancelled separately, and we’ll notify customers and fieldworkers. A fee is charged where the settings make one due; open a booking to decide otherwise.',
    asksReason: true,
    label: 'Cancel bookings',
    tone: 'danger',
  },
  delete: {
    consequence:
      'They move to the Deleted list, their offers are withdrawn and their time becomes free. History is kept and they can be restored.',
    asksReason: false,
    label: 'Delete bookings',
    tone: 'danger',
  },
} as const

const workOf = (move: BulkMove, body: object): BulkWork => {
  if (move === 'delete') return deleteWork
  const done = { complete: 'Completed.', cancel: 'Cancelled.', claim: 'You own it.' }
  return commandWork(move, { body, done: done[move as keyof typeof done] ?? 'Confirmed.' })
}

/** What can be done with the ticked bookings: one request each, with a result for each. */
export const BulkBar = ({ rows, moves, onResult, onDone }: BulkBarProps) => {
  const { run, at, results } = useBulk({ onResult, onDone })
  const [asked, setAsked] = useState<BulkMove>()
  const close = () => setAsked(undefined)
  const start = (work: BulkWork) => {
    close()
    void run(rows, work)
  }
  const press = (move: BulkMove) => {
    if (move === 'claim' || move === 'confirm') start(workOf(move, {}))
    else setAsked(move)
  }
  const many = rows.length === 1 ? '1 booking' : `${rows.length} bookings`
  const title = asked ? `${labels[asked].replace('…', '')} ${many}` : ''
  const idle = rows.length === 0 && results.length === 0
  const done = results.filter(({ ok }) => ok).length

  return (
    <div
      className={`fb-bulk ${rows.length > 0 ? 'fb-bulk--on' : ''} ${idle ? 'fb-bulk--idle' : ''}`}
    >
      <span aria-live="polite">
        {at > 0
          ? `Working on ${at} of ${rows.length}`
          : rows.length > 0
            ? `${rows.length} ticked`
            : idle
              ? ''
              : `${done} of ${results.length} done.`}
      </span>
      {rows.length === 0 && results.length > 0 ? <BulkResults results={results} /> : null}
      {rows.length > 0
        ? moves.map((move) => (
            <button
              className="fb-button fb-button--small"
              disabled={at > 0}
              key={move}
              onClick={() => press(move)}
              type="button"
            >
              {labels[move]}
            </button>
          ))
        : null}
      {asked === 'assign' ? (
        <AssignSeveral onClose={close} onWork={start} rows={rows} title={title} />
      ) : null}
      {asked === 'label' ? <LabelSeveral onClose={close} onWork={start} title={title} /> : null}
      {asked === 'complete' || asked === 'cancel' || asked === 'delete' ? (
        <AskSeveral
          {...questions[asked]}
          onClose={close}
          onYes={(body) => start(workOf(asked, body))}
          title={`${title}?`}
        />
      ) : null}
    </div>
  )
}
