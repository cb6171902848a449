'use client'
import { Glyph } from '../ui/glyph.tsx'
import type { FeeDraft } from './settings-draft.ts'

type FeeRowsProps = {
  legend: string
  fees: FeeDraft[]
  currency: string
  error: string | undefined
  onChange: (fees: FeeDraft[]) => void
}

type RowProps = {
  fee: FeeDraft
  place: number
  currency: string
  onChange: (part: Partial<FeeDraft>) => void
  onRemove: () => void
}

const FeeRow = ({ fee, place, currency, onChange, onRemove }: RowProps) => (
  <li className="fb-fee">
    <input
      aria-label={`Name of fee ${place}`}
      className="fb-input"
      maxLength={80}
      onChange={(event) => onChange({ name: event.target.value })}
      placeholder="Name, such as Late cancellation"
      required
      value={fee.name}
    />
    <select
      aria-label={`Kind of fee ${place}`}
      className="fb-input"
      onChange={(event) => onChange({ kind: event.target.value as FeeDraft['kind'] })}
      value={fee.kind}
    >
      <option value="fixed">{currency}</option>
      <option value="percent">% of the booking</option>
    </select>
    <input
      aria-label={fee.kind === 'fixed' ? `Amount of fee ${place}` : `Percent of fee ${place}`}
      autoComplete="off"
      className="fb-input"
      inputMode="decimal"
      onChange={(event) => onChange({ value: event.target.value })}
      required
      value={fee.value}
    />
    <label className="fb-check">
      <input
        checked={fee.isDefault}
        onChange={(event) => onChange({ isDefault: event.target.checked })}
        type="checkbox"
      />
      <span>Default</span>
    </label>
    <button
      aria-label={`Remove ${fee.name || `fee ${place}`}`}
      className="fb-ghost"
      onClick={onRemove}
      type="button"
    >
      <Glyph name="cross" />
    </button>
  </li>
)

let added = 0

/** The fees that the office chooses from; one of them may be the default. */
export const FeeRows = ({ legend, fees, currency, error, onChange }: FeeRowsProps) => {
  const change = (row: string, part: Partial<FeeDraft>) =>
    onChange(
      fees.map((fee) => {
        if (fee.row === row) return { ...fee, ...part }
        return part.isDefault ? { ...fee, isDefault: false } : fee
      }),
    )
  const add = () => {
    added += 1
    onChange([
      ...fees,
      { row: `new${added}`, name: '', kind: 'fixed', value: '', isDefault: fees.length === 0 },
    ])
  }
  return (
    <fieldset className="fb-plain fb-setting fb-setting--wide">
      <legend className="fb-label">{legend}</legend>
      {fees.length === 0 ? <p className="fb-hint">None yet: the fee above is offered.</p> : null}
      <ul className="fb-fees">
        {fees.map((fee, index) => (
          <FeeRow
            currency={currency}
            fee={fee}
            key={fee.row}
            onChange={(part) => change(fee.row, part)}
            onRemove={() => onChange(fees.filter(({ row }) => row !== fee.row))}
            place={index + 1}
          />
        ))}
      </ul>
      {error ? <span className="fb-error">{error}</span> : null}
      <div>
        <button className="fb-button fb-button--small" onClick={add} type="button">
          <Glyph name="plus" /> Add a fee
        </button>
      </div>
    </fieldset>
  )
}
