import type { TextField } from 'payload'
import { currencyRefusal, readCurrency } from '../domain/money/currency.ts'
import { listedField } from './listed-field.ts'

/** A currency by its ISO 4217 code. */
export const currencyField = (field: Partial<TextField> = {}): TextField =>
  listedField(
    {
      list: 'currencies',
      read: readCurrency,
      refusal: currencyRefusal,
      missing: 'Give a currency.',
    },
    { name: 'currency', ...field },
  )
