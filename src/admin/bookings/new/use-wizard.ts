'use client'
import { useCallback, useEffect, useState } from 'react'
import { type BookingDraft, emptyDraft, type ServiceChoice } from './booking-draft.ts'
import { firstOpenStep, type StepKey, stepKeys, stillNeeded } from './still-needed.ts'

type Wizard = { draft: BookingDraft; open: StepKey; zone: string }
/** The address it was opened at comes along: another link begins another booking. */
type Stored = Wizard & { query: string }

/** Some of the draft anew, or what follows from it as it is then. */
export type DraftChange = Partial<BookingDraft> | ((draft: BookingDraft) => Partial<BookingDraft>)

type WizardOptions = {
  /** Whose draft it is; a colleague who signs in in the same tab does not see it. */
  user: string
  begun: Partial<BookingDraft>
  timezone: string
  services: ServiceChoice[]
}

const keyOf = (user: string) => `fieldbook:new-booking:${user}`

const parsed = (text: string | null): Partial<Stored> | undefined => {
  if (!text) return undefined
  try {
    return JSON.parse(text) as Partial<Stored>
  } catch {
    return undefined
  }
}

/** What was typed in this tab before; a link with other particulars, or a past time, is not kept. */
const restored = (user: string): Wizard | undefined => {
  const stored = parsed(sessionStorage.getItem(keyOf(user)))
  const query = window.location.search
  if (!stored?.draft || (query && stored.query !== query)) return undefined
  const draft = { ...emptyDraft, ...stored.draft }
  const isPast = draft.start !== '' && Date.parse(draft.start) < Date.now()
  return {
    draft: isPast ? { ...draft, start: '' } : draft,
    open: stepKeys.find((step) => step === stored.open) ?? 'service',
    zone: stored.zone ?? '',
  }
}

/** The draft of a new booking and its open step, kept in the tab until it is booked. */
export const useWizard = ({ user, begun, timezone, services }: WizardOptions) => {
  const fresh = useCallback((): Wizard => {
    const draft = { ...emptyDraft, ...begun }
    return { draft, open: firstOpenStep(stillNeeded(draft, services)), zone: timezone }
  }, [begun, services, timezone])
  const [wizard, setWizard] = useState(fresh)
  const [isRead, setRead] = useState(false)

  useEffect(() => {
    const found = restored(user)
    if (found) setWizard({ ...found, zone: found.zone || timezone })
    setRead(true)
  }, [user, timezone])

  useEffect(() => {
    if (!isRead) return
    const stored: Stored = { ...wizard, query: window.location.search }
    sessionStorage.setItem(keyOf(user), JSON.stringify(stored))
  }, [isRead, user, wizard])

  const set = useCallback(
    (part: DraftChange) =>
      setWizard((before) => {
        const change = typeof part === 'function' ? part(before.draft) : part
        return { ...before, draft: { ...before.draft, ...change } }
      }),
    [],
  )
  const setOpen = useCallback((open: StepKey) => setWizard((before) => ({ ...before, open })), [])
  const setZone = useCallback((zone: string) => setWizard((before) => ({ ...before, zone })), [])
  const forget = useCallback(() => {
    setRead(false)
    sessionStorage.removeItem(keyOf(user))
  }, [user])
  const startOver = useCallback(
    () => setWizard({ draft: emptyDraft, open: 'service', zone: timezone }),
    [timezone],
  )
  return { ...wizard, set, setOpen, setZone, forget, startOver }
}
