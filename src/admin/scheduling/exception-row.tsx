'use client'
import { Glyph } from '../ui/glyph.tsx'
import type { HoursException } from './hours-exception.ts'
import { type Block, isOvernight } from './week.ts'

type ExceptionRowProps = {
  exception: HoursException
  readOnly: boolean
  onChange: (part: Partial<HoursException>) => void
  onRemove: () => void
}

const usual: Block = { start: '09:00', end: '13:00' }

/** One date: closed, or with hours of its own, and why. */
export const ExceptionRow = ({ exception, readOnly, onChange, onRemove }: ExceptionRowProps) => {
  const { date, closed, note, blocks } = exception
  const setBlock = (index: number, part: Partial<Block>) =>
    onChange({ blocks: blocks.map((block, at) => (at === index ? { ...block, ...part } : block)) })
  const toggle = (off: boolean) =>
    onChange({ closed: off, blocks: off ? [] : blocks.length > 0 ? blocks : [usual] })
  return (
    <li className="fb-hours__day fb-hours__exception">
      <input
        aria-label="Date"
        className="fb-input"
        disabled={readOnly}
        onChange={(event) => (event.target.value ? onChange({ date: event.target.value }) : null)}
        type="date"
        value={date}
      />
      <div className="fb-hours__blocks">
        <label className="fb-check">
          <input
            checked={closed}
            disabled={readOnly}
            onChange={(event) => toggle(event.target.checked)}
            type="checkbox"
          />
          <span>Off all day</span>
        </label>
        {blocks.map((block, index) => (
          <span className="fb-hours__block" key={`${index}-${blocks.length}`}>
            <input
              aria-label={`${date}, from`}
              className="fb-input"
              disabled={readOnly}
              onChange={(event) =>
                event.target.value ? setBlock(index, { start: event.target.value }) : null
              }
              step={300}
              type="time"
              value={block.start}
            />
            –
            <input
              aria-label={`${date}, until`}
              className="fb-input"
              disabled={readOnly}
              onChange={(event) =>
                event.target.value ? setBlock(index, { end: event.target.value }) : null
              }
              step={300}
              type="time"
              value={block.end}
            />
            {isOvernight(block) ? <span className="fb-pill fb-pill--purple">next day</span> : null}
          </span>
        ))}
        <input
          aria-label={`Note for ${date}`}
          className="fb-input fb-hours__note"
          defaultValue={note}
          disabled={readOnly}
          onBlur={(event) =>
            event.target.value === note ? null : onChange({ note: event.target.value })
          }
          placeholder="Note, such as Public holiday"
        />
      </div>
      {readOnly ? null : (
        <div className="fb-hours__tools">
          {closed ? null : (
            <button
              className="fb-ghost"
              onClick={() => onChange({ blocks: [...blocks, usual] })}
              type="button"
            >
              <Glyph name="plus" size={14} /> Block
            </button>
          )}
          <button
            aria-label={`Remove ${date}`}
            className="fb-ghost"
            onClick={onRemove}
            type="button"
          >
            <Glyph name="bin" size={14} />
          </button>
        </div>
      )}
    </li>
  )
}
