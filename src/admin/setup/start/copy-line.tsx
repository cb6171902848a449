'use client'
import { useState } from 'react'

type CopyLineProps = { label: string; text: string }

/** A text to take along, with a button that copies it. */
export const CopyLine = ({ label, text }: CopyLineProps) => {
  const [said, setSaid] = useState('')
  const copy = () =>
    navigator.clipboard
      .writeText(text)
      .then(() => setSaid('Copied.'))
      .catch(() => setSaid('Your browser doesn’t allow copying. Select the text and copy it.'))
  return (
    <div className="fb-start__copy">
      <p className="fb-label">{label}</p>
      <div className="fb-row">
        <pre className="fb-start__text" tabIndex={0}>
          <code>{text}</code>
        </pre>
        <button
          aria-label={`Copy: ${label}`}
          className="fb-button"
          onClick={() => void copy()}
          type="button"
        >
          Copy
        </button>
      </div>
      <p className="fb-hint" role="status">
        {said}
      </p>
    </div>
  )
}
