import type { RecordField } from './record-form.tsx'

export const addressFields: readonly RecordField[] = [
  { name: 'line1', label: 'Street', required: true },
  { name: 'line2', label: 'Unit or building' },
  { name: 'suburb', label: 'Suburb' },
  { name: 'postcode', label: 'Postcode' },
  { name: 'region', label: 'State or region' },
  { name: 'label', label: 'Label, such as Home' },
  { name: 'accessNotes', label: 'Access notes', type: 'textarea' },
]

export const contactFields: readonly RecordField[] = [
  { name: 'name', label: 'Name', required: true },
  { name: 'role', label: 'Role, such as Tenant' },
  { name: 'phone', label: 'Phone', type: 'tel' },
  { name: 'email', label: 'Email', type: 'email' },
]

/** A property stands at one of the customer’s addresses. */
export const propertyFields = (
  addresses: readonly { id: string; title: string }[],
): readonly RecordField[] => [
  { name: 'name', label: 'Name', required: true },
  { name: 'type', label: 'Type, such as House or Boiler' },
  {
    name: 'address',
    label: 'Address',
    choices: addresses.map(({ id, title }) => ({ value: id, label: title })),
  },
  { name: 'notes', label: 'Notes (office only)', type: 'textarea' },
]
