import type { GroupField } from 'payload'

/** Who did something, as it was then: a copy that outlives the account. */
export const personField = (name: string, label: string): GroupField => ({
  name,
  label,
  type: 'group',
  admin: { readOnly: true },
  fields: [
    {
      type: 'row',
      fields: [
        { name: 'kind', type: 'text' },
        { name: 'id', type: 'text', label: 'Account' },
        { name: 'name', type: 'text' },
      ],
    },
  ],
})
