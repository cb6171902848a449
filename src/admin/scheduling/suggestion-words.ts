import type { Suggestion } from '../../contracts/scheduling/explain.ts'

export type Way = {
  words: string
  /** What its button does here; absent where it can only be done elsewhere. */
  does?: string
  /** Where it is done. */
  href?: string
  opens?: string
}

type Here = { service: string; from: string; hasStart: boolean; hasPerson: boolean }

const minuteMs = 60_000

const lengthWords = (minutes: number): string => {
  const [days, hours, rest] = [
    Math.floor(minutes / 1440),
    Math.floor(minutes / 60) % 24,
    minutes % 60,
  ]
  const parts = [
    days > 0 ? `${days} ${days === 1 ? 'day' : 'days'}` : '',
    hours > 0 ? `${hours} h` : '',
    rest > 0 && days === 0 ? `${rest} min` : '',
  ]
  return parts.filter(Boolean).join(' ')
}

const shiftWords = (from: string, to: string): string => {
  const minutes = (Date.parse(to) - Date.parse(from)) / minuteMs
  const words = lengthWords(Math.abs(minutes))
  return minutes > 0 ? `${words} later` : `${words} earlier`
}

const record = (collection: string, id: string) => `/admin/collections/${collection}/${id}`

/** What a suggestion is called on a screen, and the button or the page that carries it out. */
export const wayOf = (suggestion: Suggestion, here: Here): Way => {
  const { kind, message, fieldworker } = suggestion
  const words = message.replace(/\.$/, '')
  if (kind === 'time') {
    const shifted = suggestion.start ? shiftWords(here.from, suggestion.start) : words
    return here.hasStart ? { words: shifted, does: 'Take it' } : { words: shifted }
  }
  if (kind === 'person') {
    const named = `With ${fieldworker?.name ?? 'someone else'} instead`
    return here.hasPerson ? { words: named, does: 'Choose' } : { words: named }
  }
  if (kind === 'notice' || kind === 'horizon') {
    const overridden = kind === 'notice' ? 'Overrule the notice' : 'Overrule the horizon'
    const service = { href: record('services', here.service), opens: 'Open the service' }
    // They bind customers; the office may take the time as it is.
    return here.hasStart
      ? { words: overridden, does: 'Take it anyway', ...service }
      : { words, ...service }
  }
  if (!fieldworker) return { words }
  return { words, href: record('fieldworkers', fieldworker.id), opens: `Open ${fieldworker.name}` }
}
