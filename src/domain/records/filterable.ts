import { readEmail } from '../people/email.ts'
import { phoneDigits } from '../people/phone.ts'

/** What kind of value a field holds, as far as filters are concerned. */
export type FilterKind = 'checkbox' | 'choice' | 'date' | 'id' | 'json' | 'number' | 'text'

/** A text that is stored in one form, however it is typed. */
export type StoredForm = 'email' | 'number' | 'phone'

/** A field that can be filtered by. */
export type Filterable = {
  kind: FilterKind
  /** The values of a choice. */
  options?: readonly string[]
  /** Whether the field holds several values. */
  isList?: boolean
  /** Of a text: the one form in which it is stored. */
  form?: StoredForm | undefined
}

const searches = new Set(['contains', 'like', 'not_like'])

/**
 * What to look for when somebody types `value`: the digits of a phone number, a booking number
 * without blanks in it, an e-mail address as it is stored.
 */
export const storedForm = ({ form }: Filterable, operator: string, value: unknown): unknown => {
  if (!form || typeof value !== 'string') return value
  if (form === 'number') return value.replaceAll(/\s+/g, '')
  if (form === 'email') return searches.has(operator) ? value : (readEmail(value) ?? value)
  return searches.has(operator) ? (phoneDigits(value) ?? value) : value
}
