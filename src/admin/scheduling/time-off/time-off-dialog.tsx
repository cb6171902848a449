'use client'
import { useState } from 'react'
import type { VisitHit } from '../../../contracts/scheduling/time-off.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { type Away, newTimeOff } from './time-off-draft.ts'
import { TimeOffForm } from './time-off-form.tsx'
import { VisitsHit } from './visits-hit.tsx'

type TimeOffDialogProps = {
  admin: string
  choices: readonly Away[]
  /** Who it is for; absent where one has to be chosen. */
  away?: Away | undefined
  /** From when on, as an instant; without one the whole of today. */
  start?: string | undefined
  maySeeVisits: boolean
  onSaved: () => void
  onClose: () => void
}

/** Time off entered in place; afterwards the visits that need somebody else. */
export const TimeOffDialog = (props: TimeOffDialogProps) => {
  const { admin, choices, away, start, maySeeVisits, onSaved, onClose } = props
  const [left, setLeft] = useState<VisitHit[]>()
  const saved = (visits: VisitHit[]) => {
    onSaved()
    if (visits.length === 0) onClose()
    else setLeft(visits)
  }
  return (
    <Dialog
      onClose={onClose}
      open
      title={left ? 'Visits to reassign' : away ? `Time off for ${away.name}` : 'New time off'}
    >
      {left ? (
        <div className="fb-dialog__body">
          <VisitsHit admin={admin} hasLinks visits={left} />
          <div className="fb-row fb-row--end">
            <button className="fb-button" onClick={onClose} type="button">
              Done
            </button>
          </div>
        </div>
      ) : (
        <TimeOffForm
          admin={admin}
          choices={away ? [away] : choices}
          id=""
          initial={newTimeOff(away, start)}
          mayEdit
          maySeeVisits={maySeeVisits}
          onCancel={onClose}
          onSaved={saved}
        />
      )}
    </Dialog>
  )
}
