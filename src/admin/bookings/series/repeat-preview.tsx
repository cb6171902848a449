'use client'
import type { SeriesPreview } from '../../../contracts/scheduling/series.ts'
import { Glyph } from '../../ui/glyph.tsx'
import { momentIn } from '../../ui/zoned-time.ts'
import { SlotButtons } from '../new/slot-buttons.tsx'

type Action = 'anyone' | 'move' | 'skip' | 'unassigned'
export type Resolutions = Record<number, { action: Action | ''; start: string }>

type Occurrence = SeriesPreview['occurrences'][number]

const actions: Record<Action, string> = {
  skip: 'Leave it out',
  move: 'Another time',
  anyone: 'Anyone who is free',
  unassigned: 'Leave it unassigned',
}

const openActions = ({ conflict }: Occurrence): Action[] => [
  'skip',
  ...(conflict && conflict.alternatives.length > 0 ? (['move'] as const) : []),
  ...(conflict?.reason === 'person-busy' ? (['anyone'] as const) : []),
  'unassigned',
]

/** Every occurrence; those whose time is not free ask what becomes of them. */
export const RepeatPreview = ({
  seen,
  value,
  onChange,
}: {
  seen: SeriesPreview
  value: Resolutions
  onChange: (next: Resolutions) => void
}) => {
  const decide = (index: number, action: Action | '', start = '') =>
    onChange({ ...value, [index]: { action, start } })
  return (
    <section aria-label="Dates" aria-live="polite">
      <p className="fb-strong">{seen.summary}</p>
      <ol className="fb-people">
        {seen.occurrences.map((one) => (
          <li className="fb-person fb-person--stack" key={one.index}>
            <span>
              <strong>{momentIn(one.start, seen.timezone)}</strong>
              <span className="fb-hint">
                {one.conflict ? (
                  <>
                    <Glyph name="warn" size={14} /> {one.conflict.message}
                  </>
                ) : one.index === 0 ? (
                  'This booking'
                ) : (
                  'Free'
                )}
              </span>
            </span>
            {one.conflict ? (
              <label className="fb-field">
                <span>What to do with it</span>
                <select
                  className="fb-input"
                  onChange={(event) => decide(one.index, event.target.value as Action | '')}
                  value={value[one.index]?.action ?? ''}
                >
                  <option value="">Choose…</option>
                  {openActions(one).map((action) => (
                    <option key={action} value={action}>
                      {actions[action]}
                    </option>
                  ))}
                </select>
              </label>
            ) : null}
            {one.conflict && value[one.index]?.action === 'move' ? (
              <SlotButtons
                onChoose={(start) => decide(one.index, 'move', start)}
                slots={one.conflict.alternatives}
                start={value[one.index]?.start ?? ''}
                withDay
                zone={seen.timezone}
              />
            ) : null}
          </li>
        ))}
      </ol>
    </section>
  )
}
