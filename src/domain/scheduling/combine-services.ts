import type { SlotRules } from './slot-search.ts'

type Combined = SlotRules & { skills: readonly string[] }

/**
 * Several services in one visit, one after the other: durations add up, the first one's buffer
 * lies before and the last one's after, the strictest notice and horizon hold, and everybody in
 * the largest crew has every skill. Starts follow the grid of the first.
 */
export const combineServices = <Service extends Combined>(
  first: Service,
  others: readonly Service[],
): Service => {
  const all = [first, ...others]
  return {
    ...first,
    durationMinutes: all.reduce((sum, { durationMinutes }) => sum + durationMinutes, 0),
    bufferAfterMinutes: (all.at(-1) as Service).bufferAfterMinutes,
    noticeMinutes: Math.max(...all.map(({ noticeMinutes }) => noticeMinutes)),
    horizonDays: Math.min(...all.map(({ horizonDays }) => horizonDays)),
    crewSize: Math.max(...all.map(({ crewSize }) => crewSize)),
    skills: [...new Set(all.flatMap(({ skills }) => skills))],
  }
}
