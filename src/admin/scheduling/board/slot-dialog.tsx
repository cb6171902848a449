'use client'
import { Link } from '@payloadcms/ui'
import { useState } from 'react'
import { Dialog } from '../../ui/dialog.tsx'
import { Glyph } from '../../ui/glyph.tsx'
import { teamWord } from '../../ui/team-word.ts'
import { useAnswer } from '../../ui/use-answer.ts'
import { momentIn } from '../../ui/zoned-time.ts'
import { TimeOffDialog } from '../time-off/time-off-dialog.tsx'
import { useBoardContext } from './board-context.ts'
import type { FreeSpot } from './free-spot.ts'

type SlotDialogProps = {
  spot: FreeSpot
  mayBook: boolean
  mayEnterTimeOff: boolean
  /** Called once time off is entered. */
  onChanged: () => void
  onClose: () => void
}

/** What can be done with somebody's day, or with a free time of it. */
export const SlotDialog = (props: SlotDialogProps) => {
  const { spot, mayBook, mayEnterTimeOff, onChanged, onClose } = props
  const { admin, board } = useBoardContext()
  const [isTimeOff, setTimeOff] = useState(false)
  const person = board.people.find(({ id }) => id === spot.person)
  // Days off are meant where the person works, which need not be the board's zone.
  const place = useAnswer<{ timezone: string }>(`/api/fieldworkers/${spot.person}?depth=0`)
  const timezone = place.answer?.timezone ?? (place.errors.length > 0 ? board.timezone : undefined)
  const name = person?.name ?? teamWord().title
  const start = spot.start === undefined ? undefined : new Date(spot.start).toISOString()
  const query = new URLSearchParams({ fieldworker: spot.person, ...(start && { start }) })
  const when = start ? `, ${momentIn(start, board.timezone)}` : ''
  if (isTimeOff && timezone) {
    const away = { type: 'fieldworker' as const, id: spot.person, name, timezone }
    const from = start ?? new Date(board.start).toISOString()
    return (
      <TimeOffDialog
        admin={admin}
        away={away}
        choices={[]}
        maySeeVisits
        onClose={onClose}
        onSaved={onChanged}
        start={from}
      />
    )
  }
  return (
    <Dialog onClose={onClose} open title={`${name}${when}`}>
      <div className="fb-dialog__body fb-slot-choices">
        {mayBook ? (
          <Link
            className="fb-button fb-button--primary"
            href={`${admin}/new-booking?${query}`}
            prefetch={false}
          >
            <Glyph name="plus" /> New booking
          </Link>
        ) : null}
        {mayEnterTimeOff ? (
          <button className="fb-button" onClick={() => setTimeOff(true)} type="button">
            <Glyph name="calendar" /> Time off
          </button>
        ) : null}
        <Link
          className="fb-button"
          href={`${admin}/collections/fieldworkers/${spot.person}`}
          prefetch={false}
        >
          <Glyph name="person" /> {teamWord().title}’s page
        </Link>
      </div>
    </Dialog>
  )
}
