import type { Spot } from './moves.ts'

const quarter = 15 * 60_000

/**
 * The spot with another end (Shift and an arrow) or start (a page key), by a quarter of an hour and
 * never under one; undefined for other keys.
 */
export const resized = (
  { key, shiftKey }: { key: string; shiftKey: boolean },
  { person, start, end }: Spot,
): Spot | undefined => {
  const shortest = Math.min(quarter, end - start)
  if (shiftKey && key === 'ArrowDown') return { person, start, end: end + quarter }
  if (shiftKey && key === 'ArrowUp')
    return { person, start, end: Math.max(end - quarter, start + shortest) }
  if (key === 'PageUp') return { person, start: start - quarter, end }
  if (key === 'PageDown') return { person, start: Math.min(start + quarter, end - shortest), end }
  return undefined
}
