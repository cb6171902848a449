'use client'
import { useField, useFormFields } from '@payloadcms/ui'
import type { DateFieldClientProps } from 'payload'
import { useId, useState } from 'react'
import { fieldLabel } from './field-label.ts'
import { instantAt } from './instant-at.ts'
import { usePlaceZone } from './use-place-zone.ts'
import { dateIn, zoneNameIn } from './zoned-time.ts'

const timeIn = (at: string, zone: string): string =>
  new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(new Date(at))

/** An instant on the wall clock of its place, which is named; never the reader's own clock. */
export const InstantInput = ({ path, field, readOnly }: DateFieldClientProps) => {
  const { value, setValue, showError, errorMessage, disabled } = useField<string | null>({ path })
  const stated = useFormFields(([fields]) => fields.timezone?.value)
  const zone = usePlaceZone(typeof stated === 'string' ? stated : undefined)
  const [draft, setDraft] = useState<{ date: string; time: string }>()
  const id = useId()
  const fixed = Boolean(readOnly || disabled || !zone)
  const date = draft?.date ?? (value && zone ? dateIn(value, zone) : '')
  const time = draft?.time ?? (value && zone ? timeIn(value, zone) : '')

  const change = (next: { date: string; time: string }) => {
    setDraft(next)
    if (!zone) return
    if (!next.date) setValue(null)
    else {
      const at = instantAt(next.date, next.time || '09:00', zone)
      if (at) setValue(at)
    }
  }
  return (
    <div
      aria-labelledby={id}
      className="field-type fb-field"
      onBlur={() => setDraft(undefined)}
      role="group"
    >
      <span className="fb-label" id={id}>
        {fieldLabel(field)}{' '}
        <span className="fb-hint">{zone ? zoneNameIn(value ?? Date.now(), zone) : ''}</span>
      </span>
      <span className="fb-instant">
        <input
          aria-label={`${fieldLabel(field)}, date`}
          className="fb-input"
          disabled={fixed}
          onChange={(event) => change({ date: event.target.value, time })}
          type="date"
          value={date}
        />
        <input
          aria-label={`${fieldLabel(field)}, time`}
          className="fb-input"
          disabled={fixed}
          onChange={(event) => change({ date, time: event.target.value })}
          step={300}
          type="time"
          value={time}
        />
      </span>
      {showError ? <span className="fb-error">{errorMessage}</span> : null}
    </div>
  )
}
