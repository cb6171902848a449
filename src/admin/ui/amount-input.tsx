'use client'
import { useField } from '@payloadcms/ui'
import type { NumberFieldClientProps } from 'payload'
import { useId, useState } from 'react'
import { fraction, fractionOf, multiply, roundHalfUp } from '../../domain/money/round-half-up.ts'
import { firstCompany } from '../../domain/records/first-company.ts'
import { currencyDigits } from '../../domain/words/money-words.ts'
import { fieldLabel } from './field-label.ts'
import { useCompany } from './use-company.ts'

/** Money typed as people write it (`149.00`), stored in minor units. */
export const AmountInput = ({ path, field, readOnly }: NumberFieldClientProps) => {
  const { value, setValue, showError, errorMessage, disabled } = useField<number | null>({ path })
  const currency = useCompany()?.currency ?? firstCompany.currency
  const digits = currencyDigits(currency)
  const [typed, setTyped] = useState<string>()
  const id = useId()
  const shown = typeof value === 'number' ? (value / 10 ** digits).toFixed(digits) : ''

  const change = (text: string) => {
    setTyped(text)
    const amount = Number(text.replace(',', '.'))
    if (text.trim() === '') setValue(null)
    else if (Number.isFinite(amount)) {
      setValue(roundHalfUp(multiply(fractionOf(amount), fraction(10 ** digits))))
    }
  }
  return (
    <div className="field-type fb-field">
      <label className="fb-label" htmlFor={id}>
        {fieldLabel(field)} <span className="fb-hint">in {currency}</span>
      </label>
      <input
        aria-describedby={showError ? `${id}-error` : undefined}
        aria-invalid={showError}
        className="fb-input"
        disabled={Boolean(readOnly || disabled)}
        id={id}
        inputMode="decimal"
        onBlur={() => setTyped(undefined)}
        onChange={(event) => change(event.target.value)}
        value={typed ?? shown}
      />
      {showError ? (
        <span className="fb-error" id={`${id}-error`}>
          {errorMessage}
        </span>
      ) : null}
    </div>
  )
}
