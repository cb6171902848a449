'use client'
import { useState } from 'react'
import { DayTimeFields } from '../../ui/day-time-fields.tsx'
import { instantAt } from '../../ui/instant-at.ts'

type OtherTimeProps = { zone: string; start: string; onChoose: (start: string) => void }

/** A time set by hand, on the wall clock of the place; the server checks it when booking. */
export const OtherTime = ({ zone, start, onChoose }: OtherTimeProps) => {
  const [date, setDate] = useState('')
  const [time, setTime] = useState('09:00')
  const at = date && time ? instantAt(date, time, zone) : undefined
  const skipped = date !== '' && time !== '' && at === undefined
  return (
    <details className="fb-details">
      <summary>Enter a time manually</summary>
      <div className="fb-row fb-row--bottom">
        <DayTimeFields
          date={date}
          dayLabel="Date"
          onDate={setDate}
          onTime={setTime}
          time={time}
          zone={zone}
        />
        <button
          aria-pressed={at !== undefined && at === start}
          className="fb-button"
          disabled={!at}
          onClick={() => (at ? onChoose(at) : undefined)}
          type="button"
        >
          Use this time
        </button>
      </div>
      <p aria-live="polite" className="fb-hint">
        {skipped ? 'The clocks jump over this time. Choose another one.' : ''}
        {at !== undefined && at === start ? 'Chosen. We’ll check who is free when you save.' : ''}
      </p>
    </details>
  )
}
