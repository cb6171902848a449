import type { Field } from 'payload'
import { countryField } from './country-field.ts'

/** Street to country; `required` asks for street and postcode. */
export const postalAddressFields = ({ required }: { required: boolean }): Field[] => [
  { name: 'line1', label: 'Street', type: 'text', required },
  { name: 'line2', label: 'Flat, unit or floor', type: 'text' },
  {
    type: 'row',
    fields: [
      { name: 'suburb', type: 'text' },
      { name: 'postcode', type: 'text', required, index: true },
    ],
  },
  {
    type: 'row',
    fields: [{ name: 'region', label: 'State or region', type: 'text' }, countryField()],
  },
]
