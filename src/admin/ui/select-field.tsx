import type { ComponentProps } from 'react'

export type Choice = { value: string; label: string }

type SelectFieldProps = ComponentProps<'select'> & {
  label: string
  choices: readonly Choice[]
  /** The first entry, which stands for no choice; absent where one must be chosen. */
  none?: string
}

/** A labelled drop-down list; everything else is as `select` has it. */
export const SelectField = ({ label, choices, none, ...select }: SelectFieldProps) => (
  <label className="fb-field">
    <span>{label}</span>
    <select className="fb-input" {...select}>
      {none === undefined ? null : <option value="">{none}</option>}
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.label}
        </option>
      ))}
    </select>
  </label>
)
