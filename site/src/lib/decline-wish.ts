import { instantsOf } from '../../../src/domain/scheduling/local-time.ts'
import type { Draft } from './draft.ts'

const local = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/

/** What a decline form says: the reason chosen or written, and times on the site's wall clock. */
export function declineWish(draft: Draft): { reason: string; alternatives?: { start: string }[] } {
  const reason = [draft['choice'], draft['reason']].filter(Boolean).join(': ')
  const zone = draft['timezone'] || 'UTC'
  const alternatives = [draft['time1'], draft['time2'], draft['time3']].flatMap((time) => {
    const [at] = time && local.test(time) ? instantsOf(time, zone) : []
    return at === undefined ? [] : [{ start: new Date(at).toISOString() }]
  })
  return { reason, ...(alternatives.length > 0 && { alternatives }) }
}
