import type { Conflict } from '../../../contracts/scheduling/conflicts.ts'
import { spanIn } from '../../ui/zoned-time.ts'

/** In two words, for a card. */
export const conflictWord = ({ kind }: Pick<Conflict, 'kind'>): string =>
  kind === 'external' ? 'Busy elsewhere' : 'Away then'

/** Who is away, when and why, in one sentence. */
export const conflictSentence = (conflict: Conflict, zone: string): string => {
  const { fieldworker, kind, busyStart, busyEnd, note } = conflict
  const what = kind === 'external' ? 'is busy in their own calendar' : 'is away'
  const why = note ? `: ${note}` : ''
  return `${fieldworker.name} ${what} ${spanIn(busyStart, busyEnd, zone)}${why}.`
}
