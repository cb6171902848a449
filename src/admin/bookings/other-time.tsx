'use client'
import { useState } from 'react'
import { instantAt } from '../ui/instant-at.ts'
import { zoneNameIn } from '../ui/zoned-time.ts'

type OtherTimeProps = { zone: string; start: string; onChoose: (start: string) => void }

/** A time set by hand, on the wall clock of the place; the server checks it when booking. */
export const OtherTime = ({ zone, start, onChoose }: OtherTimeProps) => {
  const [date, setDate] = useState('')
  const [time, setTime] = useState('09:00')
  const at = date && time ? instantAt(date, time, zone) : undefined
  const skipped = date !== '' && time !== '' && at === undefined
  return (
    <details className="fb-details">
      <summary>Another time</summary>
      <div className="fb-row fb-row--bottom">
        <label className="fb-field">
          <span>Date</span>
          <input
            className="fb-input"
            onChange={(event) => setDate(event.target.value)}
            type="date"
            value={date}
          />
        </label>
        <label className="fb-field">
          <span>Time ({zoneNameIn(start || Date.now(), zone)})</span>
          <input
            className="fb-input"
            onChange={(event) => setTime(event.target.value)}
            step={300}
            type="time"
            value={time}
          />
        </label>
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
      </p>
    </details>
  )
}
