import type { NumberField, NumberFieldSingleValidation } from 'payload'

const isWholeAmount: NumberFieldSingleValidation = (value, { required }) => {
  if (value === null || value === undefined) return required ? 'Give an amount.' : true
  if (Number.isSafeInteger(value) && value >= 0) return true
  return 'An amount is a whole number of minor units, zero or more.'
}

/** Money in minor units of the company's currency: whole and never negative. */
export const amountField = (field: { name: string } & Partial<NumberField>): NumberField =>
  ({
    ...field,
    type: 'number',
    min: 0,
    validate: isWholeAmount,
    admin: {
      ...field.admin,
      components: {
        Field: 'fieldbook/admin/ui/amount-input#AmountInput',
        Cell: 'fieldbook/admin/ui/amount-cell#AmountCell',
        ...field.admin?.components,
      },
    },
  }) as NumberField
