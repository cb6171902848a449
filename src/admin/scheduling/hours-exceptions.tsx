'use client'
import { useFormFields } from '@payloadcms/ui'
import type { ArrayFieldClientProps } from 'payload'
import { datesFrom } from '../ui/days.ts'
import { Glyph } from '../ui/glyph.tsx'
import { usePlaceZone } from '../ui/use-place-zone.ts'
import { dateIn } from '../ui/zoned-time.ts'
import { ExceptionRow } from './exception-row.tsx'
import { useArrayRows } from './use-array-rows.ts'
import type { Block } from './week.ts'
import type { HoursException } from './hours-exception.ts'

type Stored = {
  date?: string | null
  closed?: boolean | null
  note?: string | null
  blocks?: Block[] | null
}

const read = (row: Stored): HoursException => ({
  date: row.date ?? '',
  closed: row.closed === true,
  note: row.note ?? '',
  blocks: (row.blocks ?? []).map(({ start, end }) => ({ start, end })),
})

/** Days whose hours differ from the week's: holidays, half days, extra days. */
export const HoursExceptions = ({ path, readOnly }: ArrayFieldClientProps) => {
  const { rows, replace } = useArrayRows<Stored>(path)
  const stated = useFormFields(([fields]) => fields.timezone?.value)
  const zone = usePlaceZone(typeof stated === 'string' && stated ? stated : undefined)
  const exceptions = rows.map(read)
  const set = (index: number, part: Partial<HoursException>) =>
    replace(exceptions.map((one, at) => (at === index ? { ...one, ...part } : one)))
  const add = () => {
    const [, tomorrow = ''] = datesFrom(dateIn(Date.now(), zone ?? 'UTC'), 2)
    replace([...exceptions, { date: tomorrow, closed: true, note: '', blocks: [] }])
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
            onRemove={() => replace(exceptions.filter((_, at) => at !== index))}
            readOnly={readOnly ?? false}
          />
        ))}
      </ul>
    </section>
  )
}
