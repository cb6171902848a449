type ReasonFieldProps = {
  value: string
  onChange: (value: string) => void
  /** Whether it may be left empty; default: no. */
  optional?: boolean
}

/** Asks for the reason of a command. */
export const ReasonField = ({ value, onChange, optional = false }: ReasonFieldProps) => (
  <label className="fb-field">
    <span>Reason{optional ? ' (optional)' : ''}</span>
    <textarea
      data-autofocus
      className="fb-input"
      onChange={(event) => onChange(event.target.value)}
      required={!optional}
      value={value}
    />
  </label>
)
