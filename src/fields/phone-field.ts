import type { FieldHook, TextField, TextFieldSingleValidation } from 'payload'
import { companyCountry } from '../database/records/company-country.ts'
import { phoneRefusal, readPhone } from '../domain/people/phone.ts'
import { giveText, isTextOrNothing } from './is-given-as-text.ts'

/** What was meant is judged by `validate`, which also refuses what is left as typed. */
const storeNumber: FieldHook = async ({ req, value }) => {
  if (typeof value !== 'string') return value
  if (value.trim() === '') return null
  return readPhone(value, await companyCountry(req)) ?? value
}

/** What was stored before stays as it is until somebody changes it. */
const isPhone: TextFieldSingleValidation = async (value, { previousValue, req }) => {
  if (!isTextOrNothing(value)) return giveText
  if (!value?.trim() || value === previousValue) return true
  return readPhone(value, await companyCountry(req)) !== null || phoneRefusal
}

/** A phone number, read as one of the company's country and stored in E.164. */
export const phoneField = (field: Partial<TextField> = {}): TextField =>
  ({
    name: 'phone',
    ...field,
    type: 'text',
    custom: { ...field.custom, form: 'phone' },
    hooks: { ...field.hooks, beforeValidate: [storeNumber] },
    validate: isPhone,
  }) as TextField

/** A phone number as it was when the record was made: taken over as it stands, judged when edited. */
export const phoneCopyField = (field: Partial<TextField> = {}): TextField =>
  ({
    ...phoneField(field),
    validate: (value, options) => options.operation === 'create' || isPhone(value, options),
  }) as TextField
