'use client'

type CountFieldProps = {
  label: string
  max: number
  value: number
  onChange: (count: number) => void
}

/** How many, one at least; more than `max` is for the form to refuse. */
export const CountField = ({ label, max, value, onChange }: CountFieldProps) => (
  <label className="fb-field">
    <span>{label}</span>
    <input
      className="fb-input"
      max={max}
      min={1}
      onChange={(event) => onChange(Math.max(1, event.target.valueAsNumber || 1))}
      type="number"
      value={value}
    />
  </label>
)
