import type { DateField } from 'payload'

/** An instant, stored as UTC; the panel shows and edits it on the named clock of its place. */
export const instantField = (field: Omit<DateField, 'type'>): DateField =>
  ({
    ...field,
    type: 'date',
    admin: {
      ...field.admin,
      components: {
        Field: 'fieldbook/admin/ui/instant-input#InstantInput',
        Cell: 'fieldbook/admin/ui/instant-cell#InstantCell',
        ...field.admin?.components,
      },
    },
  }) as DateField
