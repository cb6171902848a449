import type { FieldHook, TextField } from 'payload'
import { giveText, isTextOrNothing } from './is-given-as-text.ts'

/** Values that Intl lists; the panel offers the list of that name. */
type Listed = {
  list: 'countries' | 'currencies' | 'locales' | 'zones'
  /** The value as it is stored; null for what is none of the list. */
  read: (typed: string) => null | string
  /** Says what a value looks like. */
  refusal: string
  /** Asks for a value where one is required. */
  missing: string
}

/** A text that is one of a list: read on saving, stored in one spelling, with a picker. */
export const listedField = (
  { list, read, refusal, missing }: Listed,
  field: Partial<TextField> & { name: string },
): TextField => {
  // What was meant is judged by `validate`, which also refuses what is left as typed.
  const store: FieldHook = ({ value }) => {
    if (typeof value !== 'string') return value
    return value.trim() === '' ? null : (read(value) ?? value)
  }
  return {
    ...field,
    type: 'text',
    admin: {
      ...field.admin,
      components: {
        Field: { path: 'fieldbook/admin/ui/listed-input#ListedInput', clientProps: { list } },
      },
    },
    hooks: { ...field.hooks, beforeValidate: [store] },
    validate: (
      value: null | string | undefined,
      { previousValue }: { previousValue?: unknown },
    ) => {
      if (!isTextOrNothing(value)) return giveText
      if (!value?.trim()) return field.required ? missing : true
      // What was stored before stays as it is until somebody changes it.
      return value === previousValue || read(value) !== null || refusal
    },
  } as TextField
}
