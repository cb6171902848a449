'use client'
import type { CardProps, ServiceDraft } from './service-draft.ts'

type TypedField = {
  [Name in keyof ServiceDraft]: ServiceDraft[Name] extends string ? Name : never
}[keyof ServiceDraft]

type NumberFieldProps = CardProps & {
  label: string
  name: TypedField
  min?: number
  max?: number
  step?: number
  required?: boolean
  placeholder?: string
}

/** A number of a service as it is typed. */
export const NumberField = ({ label, name, draft, set, ...input }: NumberFieldProps) => (
  <label className="fb-field">
    <span>{label}</span>
    <input
      className="fb-input"
      onChange={(event) => set({ [name]: event.target.value })}
      type="number"
      value={draft[name]}
      {...input}
    />
  </label>
)
