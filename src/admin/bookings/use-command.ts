'use client'
import { toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation.js'
import { useCallback, useState } from 'react'
import { callApi, type Refusal } from '../ui/call-api.ts'

type Command = {
  path: string
  body?: unknown
  /** What to say when it is done; a function of the answer where that decides. */
  success: string | ((answer: unknown) => string)
  method?: 'POST' | 'PATCH' | 'DELETE'
  /** The same key sent again is the same command to the server. */
  key?: string
}

/** Sends a command, says what happened, and reads the page again; refusals stay as data. */
export const useCommand = () => {
  const router = useRouter()
  const [busy, setBusy] = useState(false)
  const [errors, setErrors] = useState<Refusal[]>([])

  const run = useCallback(
    async ({ path, body = {}, success, method = 'POST', key }: Command): Promise<boolean> => {
      setBusy(true)
      setErrors([])
      const answer = await callApi(path, { method, body, ...(key && { key }) })
      setBusy(false)
      if (!answer.ok) {
        setErrors(answer.errors)
        return false
      }
      toast.success(typeof success === 'string' ? success : success(answer.data))
      router.refresh()
      return true
    },
    [router],
  )
  const clear = useCallback(() => setErrors([]), [])
  return { run, busy, errors, clear, setErrors }
}
