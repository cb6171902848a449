import type { Axis } from './axis.ts'

/** Somebody's day, or with `start` (epoch ms) a free time of it. */
export type FreeSpot = { person: string; start?: number }

const step = 15 * 60_000

/** The quarter of an hour that lies at a share of the axis from its left end. */
export const startAt = (axis: Axis, share: number): number => {
  const at = axis.start + Math.min(Math.max(share, 0), 1) * (axis.end - axis.start)
  return Math.min(Math.floor(at / step) * step, axis.end - step)
}
