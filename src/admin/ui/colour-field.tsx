'use client'

type ColourFieldProps = {
  label: string
  value: string
  palette: readonly string[]
  isDisabled?: boolean
  onChange: (colour: string) => void
}

/** A colour out of a palette, or any other from the browser's own picker. */
export const ColourField = ({ label, value, palette, isDisabled, onChange }: ColourFieldProps) => (
  <fieldset className="fb-colours" disabled={isDisabled}>
    <legend className="fb-label">{label}</legend>
    <div className="fb-colours__list">
      {palette.map((colour, index) => (
        <button
          aria-label={`Colour ${index + 1}`}
          aria-pressed={colour === value.toLowerCase()}
          className="fb-colours__one"
          key={colour}
          onClick={() => onChange(colour)}
          style={{ background: colour }}
          type="button"
        />
      ))}
      <label className="fb-colours__other">
        <input
          onChange={(event) => onChange(event.target.value)}
          type="color"
          value={value || '#0b7285'}
        />
        <span>Other</span>
      </label>
    </div>
  </fieldset>
)
