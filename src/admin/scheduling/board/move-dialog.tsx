'use client'
import { type FormEvent, useState } from 'react'
import { DayTimeFields } from '../../ui/day-time-fields.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { instantAt } from '../../ui/instant-at.ts'
import { clock24In, dateIn } from '../../ui/zoned-time.ts'
import type { Board, BoardVisit } from './board-visit.ts'
import { BoardRefusal } from './board-refusal.tsx'
import type { Moves } from './use-moves.ts'
import { teamWord } from '../../ui/team-word.ts'

type MoveDialogProps = {
  visit: BoardVisit
  board: Pick<Board, 'people' | 'timezone'>
  mayAssign: boolean
  mayMove: boolean
  move: Moves['move']
  moves: Moves
  onClose: () => void
}

/** "Move to…": person, day, time and length by form; the way without dragging. */
export const MoveDialog = (props: MoveDialogProps) => {
  const { visit, board, mayAssign, mayMove, move, moves, onClose } = props
  const zone = board.timezone
  const [person, setPerson] = useState(visit.person ?? '')
  const [date, setDate] = useState(dateIn(visit.start, zone))
  const [time, setTime] = useState(clock24In(visit.start, zone))
  const [minutes, setMinutes] = useState((visit.end - visit.start) / 60_000)
  const [isBusy, setBusy] = useState(false)
  const at = instantAt(date, time, zone)

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!at) return
    setBusy(true)
    const start = Date.parse(at)
    const done = await move(visit, { person: person || null, start, end: start + minutes * 60_000 })
    setBusy(false)
    if (done) onClose()
  }

  return (
    <Dialog onClose={onClose} open title={`Move ${visit.service}`}>
      <form className="fb-dialog__body" onSubmit={(event) => void submit(event)}>
        <BoardRefusal moves={moves} onDone={onClose} />
        <label className="fb-field">
          <span>{teamWord().title}</span>
          <select
            className="fb-input"
            disabled={!mayAssign}
            onChange={(event) => setPerson(event.target.value)}
            value={person}
          >
            <option value="">Unassigned</option>
            {board.people.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <div className="fb-grid-2">
          <DayTimeFields
            date={date}
            isDisabled={!mayMove}
            isRequired
            onDate={setDate}
            onTime={setTime}
            time={time}
            timeLabel="Starts"
            zone={zone}
          />
          <label className="fb-field">
            <span>Minutes</span>
            <input
              className="fb-input"
              disabled={!mayMove}
              max={1440}
              min={5}
              onChange={(event) => setMinutes(event.target.valueAsNumber || 5)}
              step={5}
              type="number"
              value={minutes}
            />
          </label>
        </div>
        {date && time && !at ? (
          <p className="fb-error">The clocks jump over this time. Choose another one.</p>
        ) : null}
        <div className="fb-row fb-row--end">
          <button className="fb-button" onClick={onClose} type="button">
            Leave it
          </button>
          <button className="fb-button fb-button--primary" disabled={isBusy || !at} type="submit">
            Move
          </button>
        </div>
      </form>
    </Dialog>
  )
}
