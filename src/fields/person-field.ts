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
        { name: 'account', type: 'text' },
        { name: 'name', type: 'text' },
      ],
    },
  ],
})
