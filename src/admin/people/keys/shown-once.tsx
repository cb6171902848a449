'use client'
import { useRef, useState } from 'react'
import { Glyph } from '../../ui/glyph.tsx'

/** A new key, for the only time, with a button that copies it. */
export const ShownOnce = ({ secret, onDone }: { secret: string; onDone: () => void }) => {
  const field = useRef<HTMLInputElement>(null)
  const [words, setWords] = useState('')
  const copy = async () => {
    field.current?.select()
    // A page without TLS has no clipboard; there the text is selected.
    const isCopied = await navigator.clipboard?.writeText(secret).then(
      () => true,
      () => false,
    )
    setWords(isCopied ? 'Copied.' : 'Press Ctrl+C to copy the selected key.')
  }
  return (
    <section aria-labelledby="secret-heading" className="fb-card fb-secret">
      <div className="fb-card__body">
        <h2 id="secret-heading">Copy your new key. You won’t see it again.</h2>
        <div className="fb-row">
          <input
            aria-label="New API key"
            className="fb-input fb-secret__value"
            onFocus={(event) => event.target.select()}
            readOnly
            ref={field}
            value={secret}
          />
          <button
            className="fb-button fb-button--primary"
            onClick={() => void copy()}
            type="button"
          >
            Copy
          </button>
          <button className="fb-button" onClick={onDone} type="button">
            <Glyph name="check" /> I’ve stored it
          </button>
        </div>
        <p aria-live="polite" className="fb-hint">
          {words || 'Send it as “Authorization: Bearer …” with every request.'}
        </p>
      </div>
    </section>
  )
}
