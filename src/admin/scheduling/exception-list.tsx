'use client'
import { datesFrom } from '../ui/days.ts'
import { Glyph } from '../ui/glyph.tsx'
import { dateIn } from '../ui/zoned-time.ts'
import { ExceptionRow } from './exception-row.tsx'
import type { HoursException } from './hours-exception.ts'

type ExceptionListProps = {
  exceptions: HoursException[]
  /** Where the days are meant. */
  zone: string
  readOnly: boolean
  onChange: (exceptions: HoursException[]) => void
}

/** Days whose hours differ from the week's: holidays, half days, extra days. */
export const ExceptionList = ({ exceptions, zone, readOnly, onChange }: ExceptionListProps) => {
  const set = (index: number, part: Partial<HoursException>) =>
    onChange(exceptions.map((one, at) => (at === index ? { ...one, ...part } : one)))
  const add = () => {
    const [, tomorrow = ''] = datesFrom(dateIn(Date.now(), zone), 2)
    onChange([...exceptions, { date: tomorrow, closed: true, note: '', blocks: [] }])
  }

  return (
    <section aria-label="Exceptions" className="fb-hours field-type">
      <div className="fb-hours__head">
        <h3>Exceptions</h3>
        {readOnly ? null : (
          <button className="fb-button fb-button--small" onClick={add} type="button">
            <Glyph name="plus" size={14} /> Add a day
          </button>
        )}
      </div>
      {exceptions.length === 0 ? (
        <p className="fb-muted">None: every week follows the hours above.</p>
      ) : null}
      <ul className="fb-hours__days">
        {exceptions.map((exception, index) => (
          <ExceptionRow
            exception={exception}
            key={`${index}-${exceptions.length}`}
            onChange={(part) => set(index, part)}
            onRemove={() => onChange(exceptions.filter((_, at) => at !== index))}
            readOnly={readOnly}
          />
        ))}
      </ul>
    </section>
  )
}
