import type { NumberField } from 'payload'

/** Counts the saves of a document; the panel sends back the one it read. */
export const versionField: NumberField = {
  name: 'version',
  type: 'number',
  defaultValue: 1,
  admin: { readOnly: true, position: 'sidebar', hidden: true },
}
