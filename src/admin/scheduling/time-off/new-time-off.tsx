'use client'
import { useRouter } from 'next/navigation.js'
import { useState } from 'react'
import { Glyph } from '../../ui/glyph.tsx'
import { TimeOffDialog } from './time-off-dialog.tsx'
import type { Away } from './time-off-draft.ts'

type NewTimeOffProps = {
  admin: string
  choices: readonly Away[]
  /** Who it is for, where the page is theirs. */
  away?: Away
  maySeeVisits: boolean
  isSmall?: boolean
}

/** The button that opens the dialog for time off. */
export const NewTimeOff = ({ admin, choices, away, maySeeVisits, isSmall }: NewTimeOffProps) => {
  const router = useRouter()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <button
        className={`fb-button ${isSmall ? 'fb-button--small' : 'fb-button--primary'}`}
        onClick={() => setOpen(true)}
        type="button"
      >
        <Glyph name="plus" /> {isSmall ? 'Add' : 'New time off'}
      </button>
      {isOpen ? (
        <TimeOffDialog
          admin={admin}
          away={away}
          choices={choices}
          maySeeVisits={maySeeVisits}
          onClose={() => setOpen(false)}
          onSaved={() => router.refresh()}
        />
      ) : null}
    </>
  )
}
