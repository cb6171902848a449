'use client'
import { useField, useFormFields } from '@payloadcms/ui'
import type { DateFieldClientProps } from 'payload'
import { useId, useState } from 'react'
import { isWallClock } from '../../domain/scheduling/local-date.ts'
import { fieldLabel } from './field-label.ts'
import { instantAt } from './instant-at.ts'
import { usePlaceZone } from './use-place-zone.ts'
import { clock24In, dateIn, zoneNameIn } from './zoned-time.ts'

const skipped = 'The clocks jump over this time. Choose another one.'

/** What the clock shows is kept as it is where it is no instant; nothing of that kind is saved. */
const validate = (value: unknown) => (isWallClock(value) ? skipped : true)

const shownAt = (value: string | null | undefined, zone: string | undefined) => {
  if (!value || !zone) return { date: '', time: '' }
  if (isWallClock(value)) return { date: value.slice(0, 10), time: value.slice(11, 16) }
  return { date: dateIn(value, zone), time: clock24In(value, zone) }
}

/** An instant on the wall clock of its place, which is named; never the reader's own clock. */
export const InstantInput = ({ path, field, readOnly }: DateFieldClientProps) => {
  const { value, setValue, showError, errorMessage, disabled } = useField<string | null>({
    path,
    validate,
  })
  const stated = useFormFields(([fields]) => fields.timezone?.value)
  const zone = usePlaceZone(typeof stated === 'string' ? stated : undefined)
  const id = useId()
  const fixed = Boolean(readOnly || disabled || !zone)
  const [typed, setTyped] = useState<{ date: string; time: string }>()
  const { date, time } = typed ?? shownAt(value, zone)
  const error = isWallClock(value) ? skipped : showError ? errorMessage : undefined

  const change = (next: { date: string; time: string }) => {
    setTyped(next)
    if (!zone) return
    const clock = next.time || '09:00'
    if (next.date) setValue(instantAt(next.date, clock, zone) ?? `${next.date}T${clock}`)
    else setValue(null)
  }
  return (
    <div
      aria-labelledby={id}
      className="field-type fb-field"
      onBlur={() => setTyped(undefined)}
      role="group"
    >
      <span className="fb-label" id={id}>
        {fieldLabel(field)}{' '}
        <span className="fb-hint">
          {zone && value && !isWallClock(value) ? zoneNameIn(value, zone) : zone}
        </span>
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
      {error ? (
        <span className="fb-error" role="alert">
          {error}
        </span>
      ) : null}
    </div>
  )
}
