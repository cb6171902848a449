'use client'
import { useEffect, useRef } from 'react'
import { type LiveChange, listenLive } from './live-line.ts'

/** Calls back with what changes elsewhere; see `listenLive`. */
export const useLive = (onChanges: (changes: LiveChange[]) => void, isOn = true): void => {
  const listener = useRef(onChanges)
  useEffect(() => {
    listener.current = onChanges
  }, [onChanges])
  useEffect(() => (isOn ? listenLive((changes) => listener.current(changes)) : undefined), [isOn])
}
