import type { TextField } from 'payload'
import { localeRefusal, readLocale } from '../domain/records/locale.ts'
import { listedField } from './listed-field.ts'

/** A locale that Intl can write dates and amounts in, in its canonical spelling. */
export const localeField = (field: Partial<TextField> = {}): TextField =>
  listedField(
    { list: 'locales', read: readLocale, refusal: localeRefusal, missing: 'Give a locale.' },
    { name: 'locale', ...field },
  )
