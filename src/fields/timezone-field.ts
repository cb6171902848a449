import type { TextField } from 'payload'
import { canonicalZone } from '../domain/scheduling/zone-name.ts'
import { listedField } from './listed-field.ts'

const refusal = 'Give an IANA time zone such as Australia/Sydney.'

/** An IANA time zone such as `Australia/Sydney`, stored under its canonical name. */
export const timezoneField = (field: Partial<TextField> = {}): TextField =>
  listedField(
    {
      list: 'zones',
      read: (typed) => canonicalZone(typed.trim()),
      refusal,
      missing: 'Give a time zone.',
    },
    { name: 'timezone', label: 'Time zone', ...field },
  )
