'use client'
import { useEffect, useRef } from 'react'

/** One change somewhere: ids alone, to be read again with one's own rights. */
export type LiveChange = { kind: 'booking' | 'busy' | 'visit'; id: string; booking?: string }

const pollEvery = 20_000
const gather = 250

/**
 * Calls back with the changes that the caller may know of, gathered over a quarter of a second;
 * an empty list means that some were missed. The line is let go while the page is hidden, because a
 * browser opens only six to one server. Where there is no line the page is read every 20 seconds.
 */
export const useLive = (onChanges: (changes: LiveChange[]) => void): void => {
  const listener = useRef(onChanges)
  useEffect(() => {
    listener.current = onChanges
  }, [onChanges])

  useEffect(() => {
    let source: EventSource | undefined
    let waiting: LiveChange[] = []
    let timer: ReturnType<typeof setTimeout> | undefined
    let poll: ReturnType<typeof setInterval> | undefined
    const tell = () => {
      const changes = waiting
      waiting = []
      timer = undefined
      listener.current(changes)
    }
    const later = () => {
      timer ??= setTimeout(tell, gather)
    }
    const stop = () => {
      source?.close()
      source = undefined
      if (poll) clearInterval(poll)
      poll = undefined
    }
    const start = () => {
      if (source || document.hidden) return
      const line = new EventSource('/api/app/events')
      source = line
      line.addEventListener('change', (event) => {
        waiting.push(JSON.parse(event.data as string) as LiveChange)
        later()
      })
      line.addEventListener('reset', later)
      line.addEventListener('error', () => {
        if (line.readyState === EventSource.CLOSED) {
          poll ??= setInterval(() => listener.current([]), pollEvery)
        }
      })
    }
    const onVisibility = () => {
      if (document.hidden) return stop()
      if (!source) later()
      start()
    }
    start()
    document.addEventListener('visibilitychange', onVisibility)
    window.addEventListener('pagehide', stop)
    return () => {
      document.removeEventListener('visibilitychange', onVisibility)
      window.removeEventListener('pagehide', stop)
      if (timer) clearTimeout(timer)
      stop()
    }
  }, [])
}
