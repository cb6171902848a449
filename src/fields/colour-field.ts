import type { TextField } from 'payload'
import { isColour } from '../domain/records/colour.ts'

/** A colour for the screens of the office, checked before it is stored. */
export const colourField = (
  field: Pick<TextField, 'admin' | 'defaultValue' | 'required'> = {},
): TextField =>
  ({
    ...field,
    name: 'colour',
    type: 'text',
    validate: (value: unknown) =>
      ((value ?? '') === '' && !field.required) ||
      isColour(value) ||
      'Give a colour such as #2563eb.',
  }) as TextField
