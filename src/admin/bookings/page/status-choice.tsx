'use client'
import { useId } from 'react'
import { RefusalNote } from '../../ui/refusal-note.tsx'
import { statusLook } from '../../ui/status-looks.ts'
import type { MoveName } from './moves.ts'
import { type Movable, useMoves } from './use-moves.tsx'

/** The statuses that a move leads to. */
const leadsTo = {
  confirm: 'confirmed',
  complete: 'completed',
  'no-show': 'no_show',
  cancel: 'cancelled',
} as const satisfies Partial<Record<MoveName, string>>

const isOffered = (move: MoveName): move is keyof typeof leadsTo => move in leadsTo

/** The status as a list of those open now; choosing one asks what its button asks. */
export const StatusChoice = ({ status, moves, ...booking }: Movable & { status: string }) => {
  const { press, busy, errors, question } = useMoves(booking)
  const id = useId()
  const open = moves.filter(isOffered)
  return (
    <div className="fb-field">
      <label className="fb-label" htmlFor={id}>
        Status
      </label>
      <select
        className="fb-input"
        disabled={busy || open.length === 0}
        id={id}
        onChange={({ target }) => {
          const move = open.find((one) => leadsTo[one] === target.value)
          if (move) press(move)
        }}
        value={status}
      >
        <option value={status}>{statusLook(status).label}</option>
        {open.map((move) => (
          <option key={move} value={leadsTo[move]}>
            {statusLook(leadsTo[move]).label}
          </option>
        ))}
      </select>
      <RefusalNote errors={errors} />
      {question}
    </div>
  )
}
