import type { TextField } from 'payload'

const isZone = (zone: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).format(0).length > 0
  } catch {
    return false
  }
}

/** An IANA time zone such as `Australia/Sydney`. */
export const timezoneField = (field: Partial<TextField> = {}): TextField =>
  ({
    name: 'timezone',
    label: 'Time zone',
    ...field,
    type: 'text',
    validate: (value: null | string | undefined) => {
      if (!value) return field.required ? 'Give a time zone.' : true
      return isZone(value) || 'Give an IANA time zone such as Australia/Sydney.'
    },
  }) as TextField
