/** One change somewhere: ids alone, to be read again with one's own rights. */
export type LiveChange = { kind: 'booking' | 'busy' | 'visit'; id: string; booking?: string }

/** Whether changes are heard: `interrupted` once the line has been gone for a while. */
export type LiveState = 'interrupted' | 'live'

type Listener = (changes: LiveChange[]) => void

const pollEvery = 20_000
const gather = 250
/** A line that is back within this time was never worth a word. */
const grace = 2500
/** Two beats of the server and a bit: a line as quiet as that is dead, though nobody closed it. */
const silence = 50_000
/** Waiting times between attempts to call again, the last one for good. */
const patience = [2000, 3000, 5000, 10_000]

const listeners = new Set<Listener>()
const watchers = new Set<() => void>()
let source: EventSource | undefined
let poll: ReturnType<typeof setInterval> | undefined
let timer: ReturnType<typeof setTimeout> | undefined
let doubt: ReturnType<typeof setTimeout> | undefined
let again: ReturnType<typeof setTimeout> | undefined
let quiet: ReturnType<typeof setTimeout> | undefined
let attempts = 0
let waiting: LiveChange[] = []
/** Id of the last event heard, so that another line goes on where the last one ended. */
let heard = ''
let state: LiveState = 'live'

const tell = () => {
  const changes = waiting
  waiting = []
  timer = undefined
  for (const listener of listeners) listener(changes)
}
const later = () => {
  timer ??= setTimeout(tell, gather)
}
const turn = (to: LiveState) => {
  if (state === to) return
  state = to
  for (const watcher of watchers) watcher()
}

const hangUp = () => {
  source?.close()
  source = undefined
  clearInterval(poll)
  clearTimeout(doubt)
  clearTimeout(again)
  clearTimeout(quiet)
  poll = doubt = again = quiet = undefined
}

const onBack = () => {
  clearTimeout(doubt)
  clearInterval(poll)
  poll = doubt = undefined
  attempts = 0
  turn('live')
}

const onSilence = () => {
  hangUp()
  turn('interrupted')
  call()
}

const call = () => {
  again = undefined
  if (source || document.hidden || listeners.size === 0) return
  const line = new EventSource(
    heard ? `/api/app/events?${new URLSearchParams({ after: heard })}` : '/api/app/events',
  )
  source = line
  const on = (name: string, act: (event: MessageEvent<string>) => void) =>
    line.addEventListener(name, (event: MessageEvent<string>) => {
      heard = event.lastEventId || heard
      clearTimeout(quiet)
      quiet = setTimeout(onSilence, silence)
      act(event)
    })
  on('beat', () => undefined)
  on('change', ({ data }) => {
    waiting.push(JSON.parse(data) as LiveChange)
    later()
  })
  on('reset', later)
  on('ready', () => {
    onBack()
    // Something may have changed between the reading of the page and the opening of the line.
    later()
  })
  line.addEventListener('error', () => {
    doubt ??= setTimeout(() => turn('interrupted'), grace)
    // The browser calls again by itself unless the server has refused the line.
    if (line.readyState !== EventSource.CLOSED || source !== line) return
    source = undefined
    poll ??= setInterval(later, pollEvery)
    again ??= setTimeout(call, patience[attempts] ?? patience.at(-1))
    attempts += 1
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

const onNetwork = () => {
  if (!navigator.onLine) {
    turn('interrupted')
    return
  }
  hangUp()
  call()
}

/**
 * Calls back with the changes that the reader may know of, gathered over a quarter of a second; an
 * empty list means that some were missed. A page has one line for all its parts and lets it go while
 * hidden, because a browser opens only six to one server. A line that breaks or is refused is opened
 * again by itself, after the last event heard; meanwhile it calls back every 20 seconds. One that falls silent
 * counts as broken, and so does every one while the browser has no network.
 */
export const listenLive = (listener: Listener): (() => void) => {
  if (listeners.size === 0) {
    document.addEventListener('visibilitychange', onVisibility)
    window.addEventListener('pagehide', hangUp)
    window.addEventListener('online', onNetwork)
    window.addEventListener('offline', onNetwork)
  }
  listeners.add(listener)
  call()
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    document.removeEventListener('visibilitychange', onVisibility)
    window.removeEventListener('pagehide', hangUp)
    window.removeEventListener('online', onNetwork)
    window.removeEventListener('offline', onNetwork)
    hangUp()
  }
}

/** Whether the line is up; `watchLive` tells of a turn. */
export const liveState = (): LiveState => state

export const watchLive = (watcher: () => void): (() => void) => {
  watchers.add(watcher)
  return () => watchers.delete(watcher)
}
