'use client'
import type { Choice } from '../ui/select-field.tsx'
import type { ListName } from '../ui/listed-values.ts'
import { FeeRows } from './fee-rows.tsx'
import { PictureInput } from './picture-input.tsx'
import type { FeeDraft, SettingsDraft } from './settings-draft.ts'
import type { SettingField } from './settings-spec.ts'

export type Lists = Partial<Record<ListName, Choice[]>>

export type SettingInputProps = {
  field: SettingField
  value: SettingsDraft[string] | undefined
  error: string | undefined
  currency: string
  lists: Lists
  /** Where the saved picture lies. */
  picture: string | undefined
  onChange: (value: SettingsDraft[string]) => void
}

type ControlProps = SettingInputProps & { id: string; describedBy: string | undefined }

const Options = ({ choices }: { choices: readonly Choice[] }) =>
  choices.map(({ value, label }) => (
    <option key={value} value={value}>
      {label}
    </option>
  ))

/** The control alone; its label, hint and refusal stand around it. */
const Control = ({ field, value, error, lists, id, describedBy, onChange }: ControlProps) => {
  const shared = {
    id,
    className: 'fb-input',
    value: String(value ?? ''),
    required: field.required,
    'aria-invalid': error !== undefined,
    'aria-describedby': describedBy,
    onChange: (event: { target: { value: string } }) => onChange(event.target.value),
  }
  if (field.kind === 'long-text') return <textarea {...shared} rows={3} />
  if (field.kind === 'lines')
    return <textarea {...shared} placeholder={field.placeholder} rows={4} />
  if (field.kind === 'choice' || field.kind === 'listed') {
    const choices = field.kind === 'choice' ? field.choices : (lists[field.list] ?? [])
    const isListed = choices.some((choice) => choice.value === value)
    return (
      <select {...shared}>
        {field.required ? null : <option value="">None</option>}
        {value && !isListed ? <option value={String(value)}>{String(value)}</option> : null}
        <Options choices={choices} />
      </select>
    )
  }
  if (field.kind === 'number') {
    const { min, max, step = 1 } = field
    return <input {...shared} {...{ min, max, step }} inputMode="decimal" type="number" />
  }
  if (field.kind === 'amount') return <input {...shared} autoComplete="off" inputMode="decimal" />
  const { type = 'text', maxLength } = field as { type?: string; maxLength?: number }
  return <input {...shared} autoComplete="off" maxLength={maxLength} type={type} />
}

const unitOf = (field: SettingField, currency: string): string | undefined => {
  if (field.kind === 'number') return field.unit
  return field.kind === 'amount' ? currency : undefined
}

/** One setting with its label, unit, hint and, where it was refused, the reason. */
export const SettingInput = (props: SettingInputProps) => {
  const { field, value, error, currency, onChange } = props
  const id = `setting-${field.path.replace('.', '-')}`
  const describedBy =
    [field.hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined
  const notes = (
    <>
      {field.hint ? (
        <span className="fb-hint" id={`${id}-hint`}>
          {field.hint}
        </span>
      ) : null}
      {error ? (
        <span className="fb-error" id={`${id}-error`}>
          {error}
        </span>
      ) : null}
    </>
  )
  if (field.kind === 'switch')
    return (
      <div className="fb-setting fb-setting--wide">
        <label className="fb-check">
          <input
            aria-describedby={describedBy}
            checked={value === true}
            id={id}
            onChange={(event) => onChange(event.target.checked)}
            type="checkbox"
          />
          <span>{field.label}</span>
        </label>
        {notes}
      </div>
    )
  if (field.kind === 'fees')
    return (
      <FeeRows
        currency={currency}
        error={error}
        fees={value as FeeDraft[]}
        legend={field.label}
        onChange={onChange}
      />
    )
  if (field.kind === 'picture')
    return (
      <PictureInput
        address={props.picture}
        error={error}
        hint={field.hint}
        id={id}
        label={field.label}
        onChange={onChange}
        value={String(value ?? '')}
      />
    )
  const unit = unitOf(field, currency)
  const isWide = field.kind === 'long-text' || field.kind === 'lines'
  return (
    <div className={isWide ? 'fb-setting fb-setting--wide' : 'fb-setting'}>
      <label className="fb-label" htmlFor={id}>
        {field.label}
        {field.required ? <span className="fb-muted"> (required)</span> : null}
      </label>
      <span className={unit ? 'fb-setting__measured' : undefined}>
        <Control {...props} describedBy={describedBy} id={id} />
        {unit ? <span className="fb-muted">{unit}</span> : null}
      </span>
      {notes}
    </div>
  )
}
