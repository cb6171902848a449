'use client'
import { toast } from '@payloadcms/ui'
import { useCallback, useRef } from 'react'
import { callApi, sinceLastWrite } from '../ui/call-api.ts'
import type { LiveChange } from '../ui/live-line.ts'
import { statusChoices } from '../ui/status-choices.ts'
import { useLive } from '../ui/use-live.ts'

type Found = { id: string; number?: string; status: string; customerSnapshot?: { name?: string } }

/** Changes within this time of one's own are most likely one's own. */
const ownMs = 5000
const atMost = 3

const query = new URLSearchParams({
  depth: '0',
  'select[number]': 'true',
  'select[status]': 'true',
  'select[customerSnapshot]': 'true',
})

/** Says in a corner of every page of the panel which bookings others make and change (NA-01). */
export const LiveNews = ({ isOn }: { isOn: boolean }) => {
  const told = useRef(new Set<string>())
  const onChanges = useCallback(async (changes: LiveChange[]) => {
    if (sinceLastWrite() < ownMs) return
    const ids = [...new Set(changes.filter(({ kind }) => kind === 'booking').map(({ id }) => id))]
    if (ids.length > atMost) {
      toast.info(`${ids.length} bookings have changed.`)
      return
    }
    for (const id of ids) {
      const answer = await callApi<Found>(`/api/bookings/${id}?${query}`)
      if (!answer.ok) continue
      const { number, status, customerSnapshot } = answer.data
      const key = `${id}:${status}`
      if (told.current.has(key)) continue
      told.current.add(key)
      const word = statusChoices.find(({ value }) => value === status)?.label ?? status
      toast.info([number, customerSnapshot?.name, word].filter(Boolean).join(' · '))
    }
  }, [])
  useLive(
    useCallback((changes) => void onChanges(changes), [onChanges]),
    isOn,
  )
  return null
}
