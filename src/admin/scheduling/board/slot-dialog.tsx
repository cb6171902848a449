'use client'
import { Link } from '@payloadcms/ui'
import { Dialog } from '../../ui/dialog.tsx'
import { Glyph } from '../../ui/glyph.tsx'
import { momentIn } from '../../ui/zoned-time.ts'
import { useBoardContext } from './board-context.ts'
import type { FreeSpot } from './free-spot.ts'

type SlotDialogProps = {
  spot: FreeSpot
  mayBook: boolean
  mayEnterTimeOff: boolean
  onClose: () => void
}

/** What can be done with somebody's day, or with a free time of it. */
export const SlotDialog = ({ spot, mayBook, mayEnterTimeOff, onClose }: SlotDialogProps) => {
  const { admin, board } = useBoardContext()
  const person = board.people.find(({ id }) => id === spot.person)
  const start = spot.start === undefined ? undefined : new Date(spot.start).toISOString()
  const query = new URLSearchParams({ fieldworker: spot.person, ...(start && { start }) })
  const when = start ? `, ${momentIn(start, board.timezone)}` : ''
  return (
    <Dialog onClose={onClose} open title={`${person?.name ?? 'Fieldworker'}${when}`}>
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
          <Link
            className="fb-button"
            href={`${admin}/collections/unavailabilities/create?${query}`}
            prefetch={false}
          >
            <Glyph name="calendar" /> Time off
          </Link>
        ) : null}
        <Link
          className="fb-button"
          href={`${admin}/collections/fieldworkers/${spot.person}`}
          prefetch={false}
        >
          <Glyph name="person" /> Fieldworker’s page
        </Link>
      </div>
    </Dialog>
  )
}
