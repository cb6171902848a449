import type { SearchSettings } from './search-settings.ts'

/** Where a search stands: which of its annealings runs, how hot, and whether it is the last. */
export type Cooling = { phase: number; isLast: boolean; temperature: number }

/**
 * How a budget is spent. A small day is searched several times from the beginning, since one
 * search may settle on a number of routes that the best plan does not have; the rest refines the
 * best of them. A large one is cooled once. `temperature` is in mean legs.
 */
export const coolingAt = (
  progress: number,
  { visits, settings }: { visits: number; settings: SearchSettings },
): Cooling => {
  const { hot, cold, startShare, reheat } = settings
  const starts = visits <= settings.smallDay ? settings.starts : 1
  const cooled = (from: number, done: number) => from * (cold / from) ** Math.min(1, done)
  if (starts <= 1) return { phase: 0, isLast: true, temperature: cooled(hot, progress) }
  if (progress >= startShare) {
    const done = (progress - startShare) / (1 - startShare)
    return { phase: starts, isLast: true, temperature: cooled(hot * reheat, done) }
  }
  const turns = (progress / startShare) * starts
  const phase = Math.floor(turns)
  return { phase, isLast: false, temperature: cooled(hot, turns - phase) }
}
