import type { Board } from './board-visit.ts'

/** What is still ahead of a range, as ISO instants; nothing once it is past. */
export const aheadIn = (
  { start, end }: Pick<Board, 'end' | 'start'>,
  now: number,
): { from: string; to: string } | undefined => {
  const from = Math.max(start, now)
  if (from >= end) return undefined
  return { from: new Date(from).toISOString(), to: new Date(end).toISOString() }
}
