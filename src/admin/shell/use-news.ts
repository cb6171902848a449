'use client'
import { isLive } from '../../domain/bookings/states.ts'
import { useCallback, useEffect, useRef, useState } from 'react'
import { callApi, isOwnWrite } from '../ui/call-api.ts'
import type { LiveChange } from '../ui/live-line.ts'
import { statusChoices } from '../ui/status-looks.ts'
import { isOn } from '../ui/switches.ts'
import { useLive } from '../ui/use-live.ts'
import { momentIn } from '../ui/zoned-time.ts'

export type News = { id: string; word: string; about: string }

type Found = {
  id: string
  number?: string
  status: string
  createdAt: string
  startsAt?: string
  timezone?: string
  customerSnapshot?: { name?: string }
}

/** One's own command is answered within this time, so that its changes are known as one's own. */
const settle = 700
const shownFor = 10_000
const freshMs = 60_000
/** More at once are counted and not read. */
const atMost = 5

const fields = ['number', 'status', 'createdAt', 'startsAt', 'timezone', 'customerSnapshot']

const pathOf = (ids: string[]) =>
  `/api/bookings?${new URLSearchParams({
    depth: '0',
    limit: `${atMost}`,
    'where[id][in]': ids.join(','),
    ...Object.fromEntries(fields.map((field) => [`select[${field}]`, 'true'])),
  })}`

const newsOf = (booking: Found, known: string | undefined): News => {
  const { id, status, createdAt, number, customerSnapshot, startsAt, timezone } = booking
  // A booking is often given to somebody in the same breath; it is news as a new one all the same.
  const isSame = known === undefined || known === status
  const isNew = isSame && Date.now() - Date.parse(createdAt) < freshMs
  const label = statusChoices.find(({ value }) => value === status)?.label ?? status
  const isFinal = !isLive({ status })
  const isMoved = known === undefined ? isFinal : status !== known
  const word = isNew ? 'New booking' : isMoved ? label : 'Changed'
  const when = startsAt && timezone ? momentIn(startsAt, timezone) : ''
  const about = [customerSnapshot?.name, when, number, word === label ? '' : label]
  return { id, word, about: about.filter(Boolean).join(' · ') }
}

/** The bookings that changes are about, each once. */
const bookingsIn = (changes: LiveChange[]): string[] => [
  ...new Set(
    changes.flatMap(({ kind, id, booking }) => (kind === 'booking' ? id : (booking ?? []))),
  ),
]

/** What is new of some bookings; `known` are their states as they were last seen. */
const readNews = async (ids: string[], known: Map<string, string>): Promise<News[]> => {
  const answer = await callApi<{ docs: Found[] }>(pathOf(ids))
  if (!answer.ok) return []
  return answer.data.docs.map((booking) => {
    const item = newsOf(booking, known.get(booking.id))
    known.set(booking.id, booking.status)
    return item
  })
}

/**
 * What others do to bookings, the latest first and one entry for each; empty ten seconds after the
 * last of it unless `isHeld`. `more` counts what was too much to be read.
 */
export const useNews = (isListening: boolean, isHeld: boolean) => {
  const [news, setNews] = useState<{ items: News[]; more: number }>({ items: [], more: 0 })
  const known = useRef(new Map<string, string>())
  const dismiss = useCallback(() => setNews({ items: [], more: 0 }), [])

  const onChanges = useCallback(async (changes: LiveChange[]) => {
    if (!isOn('news')) return
    const changed = bookingsIn(changes)
    if (changed.length === 0) return
    await new Promise((resolve) => setTimeout(resolve, settle))
    const ids = changed.filter((id) => !isOwnWrite(id))
    if (ids.length === 0) return
    if (ids.length > atMost) {
      setNews(({ items, more }) => ({ items, more: more + ids.length }))
      return
    }
    const fresh = await readNews(ids, known.current)
    if (fresh.length === 0) return
    setNews(({ items, more }) => ({
      items: [...fresh, ...items.filter(({ id }) => fresh.every((one) => one.id !== id))],
      more,
    }))
  }, [])
  useLive(
    useCallback((changes) => void onChanges(changes), [onChanges]),
    isListening,
  )

  useEffect(() => {
    if (isHeld || (news.items.length === 0 && news.more === 0)) return undefined
    const timer = setTimeout(dismiss, shownFor)
    return () => clearTimeout(timer)
  }, [dismiss, isHeld, news])
  return { ...news, dismiss }
}
