'use client'
import { useId, useState } from 'react'
import { Glyph } from '../../ui/glyph.tsx'
import type { Override } from './override-in.ts'

type AssignAnywayProps = {
  override: Override
  isBusy: boolean
  label?: string
  onAnyway: (reason: string) => void
}

const words = {
  absence: 'an absence',
  calendar: 'an entry in their calendar',
  hours: 'their hours',
}

/** Asks for the reason before somebody is taken from hours, absences or their own calendar. */
export const AssignAnyway = (props: AssignAnywayProps) => {
  const { override, isBusy, label = 'Assign anyway', onAnyway } = props
  const [reason, setReason] = useState('')
  const heading = useId()
  const what = override.obstacles.map((obstacle) => words[obstacle]).join(' and ')
  if (!override.allowed)
    return (
      <p className="fb-notice fb-notice--warn">
        Your role may not assign over {what}. Choose another time or person, or ask a manager to do
        it.
      </p>
    )
  return (
    <div aria-labelledby={heading} className="fb-anyway" role="group">
      <p id={heading}>
        <Glyph name="warn" /> This would go over {what}. Say why; it is kept in the history with
        your name.
      </p>
      <label className="fb-field">
        <span>Reason</span>
        <textarea
          className="fb-input"
          onChange={(event) => setReason(event.target.value)}
          rows={2}
          value={reason}
        />
      </label>
      <button
        className="fb-button fb-button--danger"
        disabled={isBusy || reason.trim() === ''}
        onClick={() => onAnyway(reason.trim())}
        type="button"
      >
        {label}
      </button>
    </div>
  )
}
