'use client'
import { useEffect, useRef } from 'react'
import type { Refusal } from './call-api.ts'
import { Glyph } from './glyph.tsx'

/** What to do about a refusal, by its code. */
const waysOut: Record<string, string> = {
  'slot-taken': 'Choose another time or another person.',
  'stale-version': 'Load the page again to see the newer version, then make your change.',
  'transition-refused': 'Load the page again: the booking may have moved on.',
  'not-allowed': 'Ask someone whose role includes it.',
  'not-signed-in': 'Sign in again in another tab, then repeat this.',
  busy: 'Try again in a moment.',
  'rate-limited': 'Wait a minute, then try again.',
}

/** Refusals in words with a way out; takes the focus when it appears, so that it is read aloud. */
export const RefusalNote = ({ errors }: { errors: Refusal[] }) => {
  const note = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (errors.length > 0) note.current?.focus()
  }, [errors])
  if (errors.length === 0) return null
  return (
    <div className="fb-refusal" ref={note} role="alert" tabIndex={-1}>
      <Glyph name="warn" />
      <ul>
        {errors.map((error) => (
          <li key={`${error.code}${error.field ?? ''}${error.message}`}>
            {error.message} {waysOut[error.code] ?? ''}
          </li>
        ))}
      </ul>
    </div>
  )
}
