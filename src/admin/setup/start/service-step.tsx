import { trades } from '../../../domain/setup/trades.ts'
import { SelectField } from '../../ui/select-field.tsx'
import { serviceOf } from './start-draft.ts'
import type { StepProps } from './step-props.ts'
import { TextField } from './text-field.tsx'

/** A trade proposes the first service; its price is the company's own. */
export const ServiceStep = ({ draft, onChange }: StepProps) => (
  <>
    <SelectField
      choices={trades.map(({ key, name }) => ({ value: key, label: name }))}
      label="Trade"
      none="Choose a trade"
      onChange={(event) => onChange(serviceOf(event.target.value))}
      value={draft.trade}
    />
    <TextField
      label="Service name"
      onText={(service) => onChange({ service })}
      value={draft.service}
    />
    <div className="fb-grid-2">
      <TextField
        inputMode="numeric"
        label="Length in minutes"
        onText={(minutes) => onChange({ minutes })}
        value={draft.minutes}
      />
      <TextField
        hint="Leave empty to quote the price later."
        inputMode="decimal"
        label={`Price per job (${draft.company.currency})`}
        onText={(price) => onChange({ price })}
        value={draft.price}
      />
    </div>
    <p className="fb-hint">You can add more services afterwards.</p>
  </>
)
