import type { FieldHook, TextField } from 'payload'
import { canonicalZone } from '../domain/scheduling/zone-name.ts'

/** What was meant is judged by `validate`, which also refuses what is left as typed. */
const storeCanonicalName: FieldHook = ({ value }) =>
  typeof value === 'string' ? (canonicalZone(value.trim()) ?? value) : value

/** An IANA time zone such as `Australia/Sydney`, stored under its canonical name. */
export const timezoneField = (field: Partial<TextField> = {}): TextField =>
  ({
    name: 'timezone',
    label: 'Time zone',
    ...field,
    type: 'text',
    hooks: { ...field.hooks, beforeValidate: [storeCanonicalName] },
    validate: (value: null | string | undefined) => {
      if (!value) return field.required ? 'Give a time zone.' : true
      return canonicalZone(value) !== null || 'Give an IANA time zone such as Australia/Sydney.'
    },
  }) as TextField
