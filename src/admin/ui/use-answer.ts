'use client'
import { useEffect, useState } from 'react'
import { callApi, type Refusal } from './call-api.ts'

/** What the application API says at a path; asked again whenever it changes, not without one. */
export const useAnswer = <T>(
  path: string | undefined,
): { answer: T | undefined; errors: Refusal[] } => {
  const [answer, setAnswer] = useState<T>()
  const [errors, setErrors] = useState<Refusal[]>([])
  useEffect(() => {
    let isCurrent = true
    setAnswer(undefined)
    setErrors([])
    if (path === undefined) return
    void callApi<T>(path).then((found) => {
      if (!isCurrent) return
      if (found.ok) setAnswer(found.data)
      else setErrors(found.errors)
    })
    return () => {
      isCurrent = false
    }
  }, [path])
  return { answer, errors }
}
