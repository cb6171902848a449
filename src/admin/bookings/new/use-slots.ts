'use client'
import { useEffect, useState } from 'react'
import type { SlotsAnswer } from '../../../contracts/scheduling/slots.ts'
import { callApi, type Refusal } from '../../ui/call-api.ts'

type Slots = { answer: SlotsAnswer | undefined; errors: Refusal[]; waiting: boolean }

/** Free slots for a path of `slotsPath`; asks again whenever the path changes. */
export const useSlots = (path: string | undefined): Slots => {
  const [slots, setSlots] = useState<Slots>({ answer: undefined, errors: [], waiting: false })
  useEffect(() => {
    if (!path) {
      setSlots({ answer: undefined, errors: [], waiting: false })
      return
    }
    let current = true
    setSlots((before) => ({ ...before, errors: [], waiting: true }))
    const timer = setTimeout(() => {
      void callApi<SlotsAnswer>(path).then((answer) => {
        if (!current) return
        setSlots({
          answer: answer.ok ? answer.data : undefined,
          errors: answer.ok ? [] : answer.errors,
          waiting: false,
        })
      })
    }, 250)
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [path])
  return slots
}
