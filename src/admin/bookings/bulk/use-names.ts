import { useEffect, useState } from 'react'
import { callApi, type Refusal } from '../../ui/call-api.ts'
import type { Named } from '../booking-view.ts'

/** What of a collection can be chosen, by name; undefined until it is known. */
export const useNames = (path: string) => {
  const [names, setNames] = useState<Named[]>()
  const [errors, setErrors] = useState<Refusal[]>([])
  useEffect(() => {
    let isOpen = true
    void callApi<{ docs: Named[] }>(path).then((answer) => {
      if (!isOpen) return
      if (answer.ok) setNames(answer.data.docs)
      else setErrors(answer.errors)
    })
    return () => {
      isOpen = false
    }
  }, [path])
  return { names, errors }
}
