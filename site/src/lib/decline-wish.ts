import { isWallClock } from '../../../src/domain/scheduling/local-date.ts'
import { instantsOf } from '../../../src/domain/scheduling/local-time.ts'
import { canonicalZone } from '../../../src/domain/scheduling/zone-name.ts'
import type { Draft } from './draft.ts'

export type DeclineWish = { reason: string; alternatives?: { start: string }[] }

const fields = ['time1', 'time2', 'time3'] as const
export type DeclineErrors = { [Field in 'reason' | (typeof fields)[number]]?: string }

const startOf = (time: string, zone: string): { at: number } | { error: string } => {
  if (!isWallClock(time)) return { error: 'Please give a day and a time.' }
  try {
    const [at] = instantsOf(time, zone)
    return at === undefined
      ? { error: 'The clocks jump over this time. Please choose another one.' }
      : { at }
  } catch {
    return { error: 'Please give a day of the calendar and a time.' }
  }
}

/**
 * What a decline form says: the reason chosen or written, and times on the site's wall clock; or
 * what is wrong with it, in words, by field.
 */
export function declineWish(draft: Draft): { wish: DeclineWish } | { errors: DeclineErrors } {
  const reason = [draft['choice'], draft['reason']].filter(Boolean).join(': ')
  const zone = canonicalZone(draft['timezone'] ?? '') ?? 'UTC'
  const errors: DeclineErrors = reason
    ? {}
    : { reason: 'Add a reason so the office can reschedule.' }
  const alternatives: { start: string }[] = []
  for (const field of fields) {
    const time = draft[field]
    if (!time) continue
    const read = startOf(time, zone)
    if ('error' in read) errors[field] = read.error
    else alternatives.push({ start: new Date(read.at).toISOString() })
  }
  if (Object.keys(errors).length > 0) return { errors }
  return { wish: { reason, ...(alternatives.length > 0 && { alternatives }) } }
}
