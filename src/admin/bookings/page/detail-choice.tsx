import type { Named } from './booking-view.ts'

/** A labelled drop-down of named things, one of which may be chosen. */
export const DetailChoice = (props: {
  label: string
  value: string
  choices: Named[]
  none: string
  disabled: boolean
  onChange: (value: string) => void
}) => (
  <label className="fb-field">
    <span>{props.label}</span>
    <select
      className="fb-input"
      disabled={props.disabled}
      onChange={(event) => props.onChange(event.target.value)}
      value={props.value}
    >
      <option value="">{props.none}</option>
      {props.choices.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  </label>
)
