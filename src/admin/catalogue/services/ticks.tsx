'use client'
import type { Choice } from '../../ui/select-field.tsx'

type TicksProps = {
  legend: string
  choices: readonly Choice[]
  value: string[]
  onChange: (value: string[]) => void
  hint?: string
}

/** Several of a few choices, ticked. */
export const Ticks = ({ legend, choices, value, onChange, hint }: TicksProps) => (
  <fieldset className="fb-choices">
    <legend className="fb-label">{legend}</legend>
    {choices.map((choice) => (
      <label className="fb-check" key={choice.value}>
        <input
          checked={value.includes(choice.value)}
          onChange={(event) =>
            onChange(
              event.target.checked
                ? [...value, choice.value]
                : value.filter((one) => one !== choice.value),
            )
          }
          type="checkbox"
        />
        <span>{choice.label}</span>
      </label>
    ))}
    {hint ? <span className="fb-hint">{hint}</span> : null}
  </fieldset>
)
