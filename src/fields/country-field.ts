import type { TextField } from 'payload'
import { countryRefusal, readCountry } from '../domain/records/country.ts'
import { listedField } from './listed-field.ts'

/** A country by code or name, stored as its ISO 3166-1 code. */
export const countryField = (field: Partial<TextField> = {}): TextField =>
  listedField(
    { list: 'countries', read: readCountry, refusal: countryRefusal, missing: 'Give a country.' },
    { name: 'country', ...field, custom: { ...field.custom, form: 'country' } },
  )
