'use client'
import { useState } from 'react'
import { Glyph } from '../../ui/glyph.tsx'
import { RefusalNote } from '../../ui/refusal-note.tsx'
import type { SeriesView, VisitView } from './booking-view.ts'
import { MoveDialog } from './move-dialog.tsx'
import { isAsking, type MoveName, moveSpecs } from './moves.ts'
import type { PlaceQuery } from '../new/people-query.ts'
import { RepeatDialog } from '../series/repeat-dialog.tsx'
import { RescheduleDialog } from '../visits/reschedule-dialog.tsx'
import { useCommand } from '../use-command.ts'
import type { CancelTerms } from './cancel-terms.ts'

type ActionBarProps = {
  id: string
  /** Valid for the status and permitted to the reader, in order. */
  moves: MoveName[]
  /** Moves that need a reason here. */
  needsReason: string[]
  terms: CancelTerms
  /** What moves with the booking; absent where nothing can. */
  moving: Moving | undefined
}

/** The request that a move makes. Deleting and restoring are plain updates of the trash date. */
const requestOf = (args: { id: string; move: MoveName; body: object }) => {
  const { id, move, body } = args
  if (move === 'delete' || move === 'restore') {
    const deletedAt = move === 'delete' ? new Date().toISOString() : null
    const path = `/api/bookings/${id}${move === 'restore' ? '?trash=true' : ''}`
    return { path, method: 'PATCH' as const, body: { deletedAt } }
  }
  return { path: `/api/bookings/${id}/${move}`, body }
}

/** What the dialogs for moving and repeating need to know. */
export type Moving = {
  version: number
  /** The first of the visits that move. */
  visit: VisitView
  others: number
  place: PlaceQuery
  series: SeriesView | undefined
}

/** Only the moves that the booking and the reader allow now; each asks what it must first. */
export const ActionBar = ({ id, moves, needsReason, terms, moving }: ActionBarProps) => {
  const { run, busy, errors, clear } = useCommand()
  const [asked, setAsked] = useState<MoveName>()

  const send = async (move: MoveName, body: object = {}) => {
    const done = await run({ ...requestOf({ id, move, body }), success: moveSpecs[move].success })
    if (done) setAsked(undefined)
  }
  const press = (move: MoveName) => {
    clear()
    if (isAsking(move, needsReason)) setAsked(move)
    else void send(move)
  }

  return (
    <div className="fb-actions">
      {moves.map((move) => {
        const { label, tone, glyph } = moveSpecs[move]
        return (
          <button
            className={`fb-button fb-button--${tone}`}
            disabled={busy}
            key={move}
            onClick={() => press(move)}
            type="button"
          >
            <Glyph name={glyph} />
            {label}
          </button>
        )
      })}
      {asked ? null : <RefusalNote errors={errors} />}
      {asked === 'repeat' ? (
        <RepeatDialog booking={id} onClose={() => setAsked(undefined)} />
      ) : null}
      {(asked === 'reschedule' || asked === 'retime') && moving ? (
        <RescheduleDialog
          {...moving}
          onClose={() => setAsked(undefined)}
          target={{ kind: 'bookings', id, version: moving.version }}
          verb={asked}
        />
      ) : null}
      {asked && !moveSpecs[asked].dialog ? (
        <MoveDialog
          busy={busy}
          errors={errors}
          move={asked}
          onClose={() => setAsked(undefined)}
          onSend={(body) => void send(asked, body)}
          terms={terms}
        />
      ) : null}
    </div>
  )
}
