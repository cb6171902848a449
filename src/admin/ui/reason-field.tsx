type ReasonFieldProps = { value: string; onChange: (value: string) => void }

/** Asks for the reason of a command that needs one. */
export const ReasonField = ({ value, onChange }: ReasonFieldProps) => (
  <label className="fb-field">
    <span>Reason</span>
    <textarea
      autoFocus
      className="fb-input"
      onChange={(event) => onChange(event.target.value)}
      required
      value={value}
    />
  </label>
)
