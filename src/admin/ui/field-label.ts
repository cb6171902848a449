import { sentence } from './source-words.ts'

/** The label of a field in plain words, whatever form the config gave it. */
export const fieldLabel = (field: { label?: unknown; name?: string }): string =>
  typeof field.label === 'string' ? field.label : sentence(field.name ?? '')
