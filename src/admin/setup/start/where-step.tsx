import type { StepProps } from './step-props.ts'
import { TextField } from './text-field.tsx'

const ways = [
  { kind: 'postcodes', label: 'At the customer’s address' },
  { kind: 'place', label: 'At our own place' },
] as const

/** By postcode at customers' addresses, or at one address of the company's own. */
export const WhereStep = ({ draft, onChange }: StepProps) => {
  const { address, kind, postcodes } = draft
  const set = (part: Partial<typeof address>) => onChange({ address: { ...address, ...part } })
  return (
    <>
      <fieldset className="fb-choices">
        <legend className="fb-label">Where is the work done?</legend>
        {ways.map((way) => (
          <label className="fb-check" key={way.kind}>
            <input
              checked={kind === way.kind}
              name="where"
              onChange={() => onChange({ kind: way.kind })}
              type="radio"
            />
            <span>{way.label}</span>
          </label>
        ))}
      </fieldset>
      {kind === 'postcodes' ? (
        <label className="fb-field">
          <span>Postcodes you cover</span>
          <textarea
            className="fb-input"
            onChange={(event) => onChange({ postcodes: event.target.value })}
            rows={3}
            value={postcodes}
          />
          <span className="fb-hint">
            Separate them with commas; ranges work too: 2000, 2010, 2040-2044.
          </span>
        </label>
      ) : (
        <>
          <TextField
            autoComplete="address-line1"
            label="Street"
            onText={(line1) => set({ line1 })}
            value={address.line1}
          />
          <div className="fb-grid-2">
            <TextField
              label="Suburb or town (optional)"
              onText={(suburb) => set({ suburb })}
              value={address.suburb}
            />
            <TextField
              label="Postcode (optional)"
              onText={(postcode) => set({ postcode })}
              value={address.postcode}
            />
          </div>
        </>
      )}
    </>
  )
}
