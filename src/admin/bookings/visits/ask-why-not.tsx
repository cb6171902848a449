'use client'
import { useState } from 'react'
import { WhyNotDialog, type WhyNotQuestion } from '../../scheduling/why-not-dialog.tsx'
import { Glyph } from '../../ui/glyph.tsx'
import { instantAt } from '../../ui/instant-at.ts'

type AskWhyNotProps = {
  question: Omit<WhyNotQuestion, 'start'>
  /** The time chosen so far, or none. */
  start: string
  /** Local date to begin with where no time is chosen. */
  today: string
  onStart: (start: string) => void
  onPerson?: ((person: { id: string; name: string }, start: string) => void) | undefined
}

/** The way to "Why not this time?" for any time that is not among those offered. */
export const AskWhyNot = ({ question, start, today, onStart, onPerson }: AskWhyNotProps) => {
  const [isOpen, setOpen] = useState(false)
  const first = start || instantAt(today, '09:00', question.zone) || new Date().toISOString()
  return (
    <>
      <button className="fb-ghost fb-whynot-ask" onClick={() => setOpen(true)} type="button">
        <Glyph name="search" /> Why is a time not offered?
      </button>
      {isOpen ? (
        <WhyNotDialog
          {...question}
          onClose={() => setOpen(false)}
          onPerson={onPerson}
          onStart={onStart}
          start={first}
        />
      ) : null}
    </>
  )
}
