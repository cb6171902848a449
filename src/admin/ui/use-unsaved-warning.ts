'use client'
import { useEffect } from 'react'

/** Has the browser ask before a page with unsaved changes is left. */
export const useUnsavedWarning = (isChanged: boolean): void => {
  useEffect(() => {
    if (!isChanged) return undefined
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [isChanged])
}
