'use client'
import { Glyph } from '../ui/glyph.tsx'
import { type Block, isOvernight } from './week.ts'

type DayHoursProps = {
  name: string
  blocks: Block[]
  readOnly: boolean
  onChange: (blocks: Block[]) => void
  onCopyWorkdays: () => void
  onCopyAll: () => void
}

const usual: Block = { start: '08:00', end: '17:00' }

const nextBlock = (blocks: Block[]): Block => {
  const last = blocks.at(-1)
  return last && last.end < '21:00' && last.end > last.start
    ? { start: last.end, end: '21:00' }
    : usual
}

/** One day of the week: its blocks, and copying them to other days. */
export const DayHours = (props: DayHoursProps) => {
  const { name, blocks, readOnly, onChange } = props
  const set = (index: number, part: Partial<Block>) =>
    onChange(blocks.map((block, at) => (at === index ? { ...block, ...part } : block)))
  return (
    <li className="fb-hours__day">
      <label className="fb-check fb-hours__name">
        <input
          checked={blocks.length > 0}
          disabled={readOnly}
          onChange={(event) => onChange(event.target.checked ? [usual] : [])}
          type="checkbox"
        />
        <span>{name}</span>
      </label>
      <div className="fb-hours__blocks">
        {blocks.length === 0 ? <span className="fb-muted">Off</span> : null}
        {blocks.map((block, index) => (
          <span className="fb-hours__block" key={`${index}-${blocks.length}`}>
            <input
              aria-label={`${name}, from`}
              className="fb-input"
              disabled={readOnly}
              onChange={(event) =>
                event.target.value ? set(index, { start: event.target.value }) : null
              }
              step={300}
              type="time"
              value={block.start}
            />
            –
            <input
              aria-label={`${name}, until`}
              className="fb-input"
              disabled={readOnly}
              onChange={(event) =>
                event.target.value ? set(index, { end: event.target.value }) : null
              }
              step={300}
              type="time"
              value={block.end}
            />
            {isOvernight(block) ? <span className="fb-pill fb-pill--purple">next day</span> : null}
            {readOnly ? null : (
              <button
                aria-label={`Remove ${name}, ${block.start} to ${block.end}`}
                className="fb-ghost"
                onClick={() => onChange(blocks.filter((_, at) => at !== index))}
                type="button"
              >
                <Glyph name="cross" size={14} />
              </button>
            )}
          </span>
        ))}
      </div>
      {readOnly ? null : (
        <div className="fb-hours__tools">
          <button
            className="fb-ghost"
            onClick={() => onChange([...blocks, nextBlock(blocks)])}
            type="button"
          >
            <Glyph name="plus" size={14} /> Block<span className="fb-sr"> on {name}</span>
          </button>
          {blocks.length > 0 ? (
            <>
              <button className="fb-ghost" onClick={props.onCopyWorkdays} type="button">
                Copy to weekdays<span className="fb-sr"> from {name}</span>
              </button>
              <button className="fb-ghost" onClick={props.onCopyAll} type="button">
                To all days<span className="fb-sr"> from {name}</span>
              </button>
            </>
          ) : null}
        </div>
      )}
    </li>
  )
}
