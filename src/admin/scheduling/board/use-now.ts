'use client'
import { useEffect, useState } from 'react'

/** The present, anew every half minute; `undefined` until the page is in the browser. */
export const useNow = (): number | undefined => {
  const [now, setNow] = useState<number>()
  useEffect(() => {
    setNow(Date.now())
    const timer = setInterval(() => setNow(Date.now()), 30_000)
    return () => clearInterval(timer)
  }, [])
  return now
}
