'use client'
import { useEffect, useState } from 'react'

/**
 * True two frames after `isReady`: by then a part that measures itself has found its sizes, and can
 * be shown without anything moving about. Stays true.
 */
export const useSettled = (isReady: boolean): boolean => {
  const [isSettled, setSettled] = useState(false)
  useEffect(() => {
    if (!isReady) return undefined
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => setSettled(true))
    })
    return () => cancelAnimationFrame(frame)
  }, [isReady])
  return isSettled
}
