'use client'
import { type FormEvent, useState } from 'react'
import type { Refusal } from '../../ui/call-api.ts'
import { RefusalNote } from '../../ui/refusal-note.tsx'
import { SelectField, type Choice } from '../../ui/select-field.tsx'

export type RecordField = {
  name: string
  label: string
  type?: 'email' | 'tel' | 'text' | 'textarea'
  required?: boolean
  choices?: readonly Choice[]
}

type RecordFormProps = {
  noun: string
  fields: readonly RecordField[]
  values: Record<string, string>
  errors: Refusal[]
  busy: boolean
  onSave: (changed: Record<string, string | null>) => void
  onCancel: () => void
  onRemove?: (() => void) | undefined
}

type FieldProps = { field: RecordField; value: string; onChange: (value: string) => void }

const Field = ({
  field: { label, type = 'text', required, choices },
  value,
  onChange,
}: FieldProps) => {
  const common = { className: 'fb-input', required, value }
  if (choices) {
    return (
      <SelectField
        choices={choices}
        label={label}
        none="None"
        onChange={(event) => onChange(event.target.value)}
        value={value}
      />
    )
  }
  return (
    <label className="fb-field">
      <span>{label}</span>
      {type === 'textarea' ? (
        <textarea {...common} onChange={(event) => onChange(event.target.value)} />
      ) : (
        <input
          {...common}
          autoComplete="off"
          onChange={(event) => onChange(event.target.value)}
          type={type}
        />
      )}
    </label>
  )
}

/** The fields of one record; what was typed stays when the save is refused. */
export const RecordForm = (props: RecordFormProps) => {
  const { noun, fields, values, errors, busy, onSave, onCancel, onRemove } = props
  const [draft, setDraft] = useState(values)
  const changed = Object.fromEntries(
    fields
      .filter(({ name }) => (draft[name] ?? '').trim() !== (values[name] ?? ''))
      .map(({ name }) => [name, (draft[name] ?? '').trim() || null]),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSave(changed)
  }
  return (
    <form className="fb-card__body fb-record-form" onSubmit={submit}>
      <RefusalNote errors={errors} />
      <div className="fb-grid-2">
        {fields.map((field) => (
          <Field
            field={field}
            key={field.name}
            onChange={(value) => setDraft((before) => ({ ...before, [field.name]: value }))}
            value={draft[field.name] ?? ''}
          />
        ))}
      </div>
      <div className="fb-row">
        <button
          className="fb-button fb-button--primary"
          disabled={busy || Object.keys(changed).length === 0}
          type="submit"
        >
          Save {noun}
        </button>
        <button className="fb-ghost" onClick={onCancel} type="button">
          Cancel
        </button>
        {onRemove ? (
          <button
            className="fb-button fb-button--danger"
            disabled={busy}
            onClick={onRemove}
            type="button"
          >
            Remove
          </button>
        ) : null}
      </div>
    </form>
  )
}
