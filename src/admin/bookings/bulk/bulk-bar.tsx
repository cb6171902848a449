'use client'
import { useState } from 'react'
import type { BookingRow } from '../list/booking-row.ts'
import { AskSeveral } from './ask-several.tsx'
import { AssignSeveral } from './assign-several.tsx'
import { type BulkMove, bulkMoves } from './bulk-moves.ts'
import { acceptWork, type BulkResult, type BulkWork, commandWork, deleteWork } from './bulk-work.ts'
import { BulkResults } from './bulk-results.tsx'
import { CancelSeveral, type SeveralTerms } from './cancel-several.tsx'
import { LabelSeveral } from './label-several.tsx'
import { useBulk } from './use-bulk.ts'

type BulkBarProps = {
  rows: BookingRow[]
  cancelTerms: SeveralTerms
  onResult: (id: string, result: BulkResult) => void
  onDone: () => void
}

const labels: Record<BulkMove, string> = {
  accept: 'Accept on behalf…',
  remind: 'Remind',
  assign: 'Assign…',
  label: 'Label…',
  claim: 'Claim',
  confirm: 'Confirm',
  complete: 'Complete…',
  cancel: 'Cancel…',
  delete: 'Delete…',
}

const questions = {
  accept: {
    consequence:
      'The visits that wait for an answer are accepted for the people who were asked. We’ll tell them and the customers.',
    asksReason: false,
    label: 'Accept on behalf',
    tone: 'primary',
  },
  complete: {
    consequence:
      'Each is completed on its own; visits that have started become completed. This cannot be taken back.',
    asksReason: false,
    label: 'Complete bookings',
    tone: 'primary',
  },
  confirm: {
    consequence:
      'The customer’s answer, an approval or a deposit is still open for some of them. Confirming closes it, and the reason goes into their history.',
    asksReason: true,
    label: 'Confirm anyway',
    tone: 'primary',
  },
  delete: {
    consequence:
      'They move to the Deleted list, their offers are withdrawn and their time becomes free. History is kept and they can be restored.',
    asksReason: false,
    label: 'Delete bookings',
    tone: 'danger',
  },
} as const

/** `3 of 5 bookings`: those that it is open to, among the ticked ones. */
const many = (open: BookingRow[], ticked: BookingRow[]): string => {
  if (open.length < ticked.length) return `${open.length} of ${ticked.length} bookings`
  return open.length === 1 ? '1 booking' : `${open.length} bookings`
}

const workOf = (move: BulkMove, body: object): BulkWork => {
  if (move === 'delete') return deleteWork
  if (move === 'accept') return acceptWork
  const done = {
    ...{ complete: 'Completed.', cancel: 'Cancelled.', claim: 'You own it.' },
    remind: 'Reminder sent.',
  }
  return commandWork(move, { body, done: done[move as keyof typeof done] ?? 'Confirmed.' })
}

/** What can be done with the ticked bookings: one request each, with a result for each. */
export const BulkBar = ({ rows, cancelTerms, onResult, onDone }: BulkBarProps) => {
  const { run, at, results } = useBulk({ onResult, onDone })
  const [asked, setAsked] = useState<BulkMove>()
  const close = () => setAsked(undefined)
  const openTo = (move: BulkMove) => rows.filter((row) => row.moves.includes(move))
  const start = (move: BulkMove, work: BulkWork) => {
    close()
    void run(openTo(move), work)
  }
  const press = (move: BulkMove) => {
    const asks = move === 'confirm' && openTo(move).some((row) => row.isConfirmAsking)
    if (move === 'claim' || move === 'remind' || (move === 'confirm' && !asks))
      start(move, workOf(move, {}))
    else setAsked(move)
  }
  const title = asked ? `${labels[asked].replace('…', '')} ${many(openTo(asked), rows)}` : ''
  const idle = rows.length === 0 && results.length === 0
  const done = results.filter(({ ok }) => ok).length

  return (
    <div
      className={`fb-bulk ${rows.length > 0 ? 'fb-bulk--on' : ''} ${idle ? 'fb-bulk--idle' : ''}`}
    >
      <span aria-live="polite">
        {at > 0
          ? `Working on ${at}`
          : rows.length > 0
            ? `${rows.length} selected`
            : idle
              ? ''
              : `${done} of ${results.length} done.`}
      </span>
      {rows.length === 0 && results.length > 0 ? <BulkResults results={results} /> : null}
      {rows.length > 0
        ? bulkMoves
            .filter((move) => openTo(move).length > 0)
            .map((move) => (
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
        <AssignSeveral
          onClose={close}
          onWork={(work) => start('assign', work)}
          rows={openTo('assign')}
          title={title}
        />
      ) : null}
      {asked === 'label' ? (
        <LabelSeveral onClose={close} onWork={(work) => start('label', work)} title={title} />
      ) : null}
      {asked === 'cancel' ? (
        <CancelSeveral
          onClose={close}
          onYes={(body) => start('cancel', workOf('cancel', body))}
          terms={cancelTerms}
          title={`${title}?`}
        />
      ) : null}
      {asked === 'accept' || asked === 'confirm' || asked === 'complete' || asked === 'delete' ? (
        <AskSeveral
          {...questions[asked]}
          onClose={close}
          onYes={(body) => start(asked, workOf(asked, body))}
          title={`${title}?`}
        />
      ) : null}
    </div>
  )
}
