'use client'
import { useField } from '@payloadcms/ui'
import type { TextFieldClientProps } from 'payload'
import { fieldLabel } from './field-label.ts'
import { type ListName, listedValues } from './listed-values.ts'

type ListedInputProps = TextFieldClientProps & { list: ListName }

/** A text with a list to choose from; what is typed instead is judged on saving. */
export const ListedInput = ({ path, field, readOnly, list }: ListedInputProps) => {
  const { value, setValue, showError, errorMessage, disabled } = useField<string | null>({ path })
  const id = `field-${path.replaceAll('.', '__')}`
  const { description } = field.admin ?? {}
  return (
    <div className="field-type fb-field">
      <label className="fb-label" htmlFor={id}>
        {fieldLabel(field)}
        {field.required ? <span className="required">*</span> : null}
      </label>
      <input
        aria-describedby={showError ? `${id}-error` : undefined}
        aria-invalid={showError}
        autoComplete="off"
        className="fb-input"
        disabled={Boolean(readOnly || disabled)}
        id={id}
        list={`${id}-list`}
        onChange={(event) => setValue(event.target.value)}
        value={value ?? ''}
      />
      <datalist id={`${id}-list`}>
        {listedValues(list).map(({ value: each, label }) => (
          <option key={each} label={label} value={each} />
        ))}
      </datalist>
      {typeof description === 'string' ? <span className="fb-hint">{description}</span> : null}
      {showError ? (
        <span className="fb-error" id={`${id}-error`}>
          {errorMessage}
        </span>
      ) : null}
    </div>
  )
}
