import type { EmailField, FieldHook } from 'payload'
import { giveText, isTextOrNothing } from './is-given-as-text.ts'
import { emailRefusal, readEmail } from '../domain/people/email.ts'

/** What was meant is judged by `validate`, which also refuses what is left as typed. */
const storeAddress: FieldHook = ({ value }) => {
  if (typeof value !== 'string') return value
  return value.trim() === '' ? null : (readEmail(value) ?? value)
}

/** An e-mail address, stored as it is compared. */
export const emailField = (field: Partial<EmailField> = {}): EmailField =>
  ({
    name: 'email',
    ...field,
    type: 'email',
    hooks: { ...field.hooks, beforeValidate: [storeAddress] },
    validate: (value, { previousValue }) => {
      if (!isTextOrNothing(value)) return giveText
      if (!value?.trim()) return field.required ? 'Give an e-mail address.' : true
      // What was stored before stays as it is until somebody changes it.
      return value === previousValue || readEmail(value) !== null || emailRefusal
    },
  }) as EmailField
