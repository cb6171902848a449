/** One change somewhere: ids alone, to be read again with one's own rights. */
export type LiveChange = { kind: 'booking' | 'busy' | 'visit'; id: string; booking?: string }

type Listener = (changes: LiveChange[]) => void

const pollEvery = 20_000
const gather = 250

const listeners = new Set<Listener>()
let source: EventSource | undefined
let poll: ReturnType<typeof setInterval> | undefined
let timer: ReturnType<typeof setTimeout> | undefined
let waiting: LiveChange[] = []

const tell = () => {
  const changes = waiting
  waiting = []
  timer = undefined
  for (const listener of listeners) listener(changes)
}
const later = () => {
  timer ??= setTimeout(tell, gather)
}

const hangUp = () => {
  source?.close()
  source = undefined
  if (poll) clearInterval(poll)
  poll = undefined
}

const call = () => {
  if (source || document.hidden || listeners.size === 0) return
  const line = new EventSource('/api/app/events')
  source = line
  line.addEventListener('change', (event) => {
    waiting.push(JSON.parse(event.data as string) as LiveChange)
    later()
  })
  line.addEventListener('reset', later)
  // Something may have changed between the reading of the page and the opening of the line.
  line.addEventListener('ready', later)
  line.addEventListener('error', () => {
    if (line.readyState === EventSource.CLOSED) poll ??= setInterval(later, pollEvery)
  })
}

const onVisibility = () => {
  if (document.hidden) {
    hangUp()
    return
  }
  if (!source && listeners.size > 0) later()
  call()
}

/**
 * Calls back with the changes that the reader may know of, gathered over a quarter of a second; an
 * empty list means that some were missed. A page has one line for all its parts and lets it go while
 * hidden, because a browser opens only six to one server. Without a line, every 20 seconds.
 */
export const listenLive = (listener: Listener): (() => void) => {
  if (listeners.size === 0) {
    document.addEventListener('visibilitychange', onVisibility)
    window.addEventListener('pagehide', hangUp)
  }
  listeners.add(listener)
  call()
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    document.removeEventListener('visibilitychange', onVisibility)
    window.removeEventListener('pagehide', hangUp)
    hangUp()
  }
}
