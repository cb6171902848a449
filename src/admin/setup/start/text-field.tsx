import { type ComponentProps, useId } from 'react'

type TextFieldProps = Omit<ComponentProps<'input'>, 'id' | 'onChange' | 'value'> & {
  label: string
  hint?: string
  value: string
  onText: (text: string) => void
}

/** A labelled line of text with a hint below it. */
export const TextField = ({ label, hint, onText, ...input }: TextFieldProps) => {
  const id = useId()
  return (
    <div className="fb-field">
      <label className="fb-label" htmlFor={id}>
        {label}
      </label>
      <input
        {...input}
        aria-describedby={hint ? `${id}-hint` : undefined}
        className="fb-input"
        id={id}
        onChange={(event) => onText(event.target.value)}
      />
      {hint ? (
        <span className="fb-hint" id={`${id}-hint`}>
          {hint}
        </span>
      ) : null}
    </div>
  )
}
