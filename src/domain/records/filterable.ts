import { readEmail } from '../people/email.ts'
import { readPhone } from '../people/phone.ts'
import { phoneDigits } from '../people/phone-digits.ts'
import { readCountry } from './country.ts'

/** What kind of value a field holds, as far as filters are concerned. */
export type FilterKind = 'checkbox' | 'choice' | 'date' | 'id' | 'json' | 'number' | 'text'

/** A text that is stored in one form, however it is typed. */
export type StoredForm = 'country' | 'email' | 'number' | 'phone'

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

type Country = string | null

const equalForms = {
  country: (value: string) => readCountry(value),
  email: (value: string) => readEmail(value),
  phone: (value: string, country: Country) => readPhone(value, country),
}

const searches = new Set(['contains', 'like', 'not_like'])

/**
 * What to look for when somebody types `value`: the digits of a phone number, a booking number
 * without blanks in it; for an equal one, the form in which it is stored. A phone number without a
 * prefix is one of `country`.
 */
export const storedForm = (
  { form }: Filterable,
  operator: string,
  value: unknown,
  country: Country = null,
): unknown => {
  if (!form || typeof value !== 'string') return value
  if (form === 'number') return value.replaceAll(/\s+/g, '')
  if (searches.has(operator)) return form === 'phone' ? (phoneDigits(value) ?? value) : value
  return equalForms[form](value, country) ?? value
}
