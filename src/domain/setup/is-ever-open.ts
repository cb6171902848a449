import { type WorkingHours, workingIntervals } from '../scheduling/working-hours.ts'

const dayMs = 86_400_000

/** A week says it for nearly everyone; only then are the exceptions of a year looked at. */
const spansMs = [8 * dayMs, 365 * dayMs]

/** Whether the hours have any time at all in the year after `now` (epoch ms). */
export const isEverOpen = (hours: WorkingHours, now: number): boolean =>
  spansMs.some((span) => workingIntervals({ ...hours, from: now, to: now + span }).length > 0)
