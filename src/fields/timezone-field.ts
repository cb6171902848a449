import type { TextField } from 'payload'

const known = new Set<string>()

const isZone = (zone: string): boolean => {
  if (known.has(zone)) return true
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
  } catch {
    return false
  }
  known.add(zone)
  return true
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
