'use client'
import { useState } from 'react'
import type { PlaceQuery } from '../new/people-query.ts'
import { RepeatDialog } from '../series/repeat-dialog.tsx'
import { useCommand } from '../use-command.ts'
import { RescheduleDialog } from '../visits/reschedule-dialog.tsx'
import type { SeriesView, VisitView } from './booking-view.ts'
import type { CancelTerms } from './cancel-terms.ts'
import { MoveDialog } from './move-dialog.tsx'
import { isAsking, type MoveName, moveSpecs } from './moves.ts'

/** What the dialogs for moving and repeating need to know. */
export type Moving = {
  version: number
  /** The first of the visits that move. */
  visit: VisitView
  others: number
  place: PlaceQuery
  series: SeriesView | undefined
}

export type Movable = {
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

/** Makes a booking's moves, each after the question that it asks first. */
export const useMoves = ({ id, needsReason, terms, moving }: Omit<Movable, 'moves'>) => {
  const { run, busy, errors, clear } = useCommand()
  const [asked, setAsked] = useState<MoveName>()
  const close = () => setAsked(undefined)

  const send = async (move: MoveName, body: object = {}) => {
    const done = await run({ ...requestOf({ id, move, body }), success: moveSpecs[move].success })
    if (done) close()
  }
  const press = (move: MoveName) => {
    clear()
    if (isAsking(move, needsReason)) setAsked(move)
    else void send(move)
  }
  const isMove = asked === 'reschedule' || asked === 'retime'
  const question = (
    <>
      {asked === 'repeat' ? <RepeatDialog booking={id} onClose={close} /> : null}
      {isMove && moving ? (
        <RescheduleDialog
          {...moving}
          onClose={close}
          target={{ kind: 'bookings', id, version: moving.version }}
          verb={asked}
        />
      ) : null}
      {asked && !moveSpecs[asked].dialog ? (
        <MoveDialog
          {...{ busy, errors, terms }}
          move={asked}
          onClose={close}
          onSend={(body) => void send(asked, body)}
        />
      ) : null}
    </>
  )
  return { press, busy, errors: asked ? [] : errors, question }
}
