'use client'
import { useState } from 'react'
import { AssignAnyway } from '../../bookings/visits/assign-anyway.tsx'
import { RefusalNote } from '../../ui/refusal-note.tsx'
import type { Moves } from './use-moves.ts'

type BoardRefusalProps = {
  moves: Pick<Moves, 'anyway' | 'override' | 'refusal'>
  /** After the move was made anyway. */
  onDone?: () => void
}

/** Why a move was refused and, where hours or an absence are in the way, the way over them. */
export const BoardRefusal = ({ moves, onDone }: BoardRefusalProps) => {
  const [isBusy, setBusy] = useState(false)
  const { anyway, override, refusal } = moves
  if (!refusal) return null
  const send = async (reason: string) => {
    setBusy(true)
    const isDone = await anyway(reason)
    setBusy(false)
    if (isDone) onDone?.()
  }
  return (
    <>
      <RefusalNote errors={[{ code: 'refused', message: refusal }]} />
      {override ? (
        <AssignAnyway isBusy={isBusy} onAnyway={(why) => void send(why)} override={override} />
      ) : null}
    </>
  )
}

/** The same above a board or a calendar, until it is dismissed. */
export const BoardRefusalBar = ({
  moves,
}: {
  moves: BoardRefusalProps['moves'] & Pick<Moves, 'dismiss'>
}) =>
  moves.refusal ? (
    <div className="fb-board-refusal">
      <BoardRefusal moves={moves} />
      <button className="fb-ghost" onClick={moves.dismiss} type="button">
        Dismiss
      </button>
    </div>
  ) : null
