'use client'
import { useEffect, useRef } from 'react'
import { hintOf } from '../../domain/refusals.ts'
import type { Refusal } from './call-api.ts'
import { Glyph } from './glyph.tsx'

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
            {error.message} {hintOf(error.code)}
          </li>
        ))}
      </ul>
    </div>
  )
}
