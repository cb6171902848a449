'use client'
import type { Choice } from './select-field.tsx'

type TickListProps = {
  legend: string
  /** What it means that none is ticked, or another sentence about the list. */
  hint?: string
  choices: readonly Choice[]
  chosen: readonly string[]
  isDisabled?: boolean
  onChange: (chosen: string[]) => void
}

/** Several of a list, as tick boxes under a heading. */
export const TickList = (props: TickListProps) => {
  const { legend, hint, choices, chosen, isDisabled, onChange } = props
  const toggle = (value: string) =>
    onChange(chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value])
  return (
    <fieldset className="fb-ticks" disabled={isDisabled}>
      <legend className="fb-label">{legend}</legend>
      {hint ? <p className="fb-hint">{hint}</p> : null}
      <div className="fb-ticks__list">
        {choices.map(({ value, label }) => (
          <label className="fb-check" key={value}>
            <input
              checked={chosen.includes(value)}
              onChange={() => toggle(value)}
              type="checkbox"
            />
            <span>{label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
