import { DomainError } from '../domain-error.ts'
import { isLocalDate, isWallClock, localDateHint } from './local-date.ts'
import { addDays, instantOf, instantsOf, openingInstant } from './local-time.ts'

type Edge = 'end' | 'start'

const dayIn = (date: string, edge: Edge, zone: string): number => {
  if (!isLocalDate(date)) throw new DomainError('invalid-input', localDateHint)
  const first = edge === 'start' ? date : addDays(date, 1)
  return openingInstant(`${first}T00:00`, zone)
}

/**
 * The edge of a span as somebody wrote it (epoch ms): a wall clock is that of `zone`, and a day is
 * whole, from its first moment to the first of the next. Of a time that comes twice, a span begins
 * at the first and ends at the second. Null where neither is written: an instant says itself.
 * @throws {DomainError} nonexistent-local-time for a time that the clocks jump over, invalid-input
 */
export const writtenInstant = (
  written: unknown,
  { zone, edge }: { zone: string; edge: Edge },
): number | null => {
  if (typeof written !== 'string') return null
  if (/^\d{4}-\d{2}-\d{2}$/.test(written)) return dayIn(written, edge, zone)
  if (!isWallClock(written)) return null
  const first = instantOf(written, zone)
  return edge === 'start' ? first : (instantsOf(written, zone).at(-1) ?? first)
}
