/** How the search takes a plan apart and rebuilds it (Christiaens & Vanden Berghe 2020). */
export type SearchSettings = {
  /** Visits taken out on average. */
  averageRemoved: number
  /** Longest string taken from one route. */
  longestString: number
  /** Chance that a string keeps some of its inner visits. */
  splitChance: number
  /** Chance that one more visit is kept inside a split string. */
  splitGrowth: number
  /** Chance that an insertion place is overlooked. */
  blink: number
  /** Temperatures of the first and the last iteration, as shares of the mean leg. */
  hot: number
  cold: number
  /** What leaving out a visit of priority 1 counts, in mean legs. */
  unservedLegs: number
  /** The same while nearly everything fits, which is up to `nearlyAll` of the visits left out. */
  lastLegs: number
  nearlyAll: number
  /** Days of up to so many visits are searched `starts` times from the beginning. */
  smallDay: number
  starts: number
  /** Share of the budget that the searches from the beginning get, where there are several. */
  startShare: number
  /** How hot the last search, from the best of them, begins, as a share of `hot`. */
  reheat: number
}

export const searchSettings: SearchSettings = {
  averageRemoved: 10,
  longestString: 10,
  splitChance: 0.5,
  splitGrowth: 0.01,
  blink: 0.01,
  hot: 1,
  cold: 0.01,
  unservedLegs: 3,
  lastLegs: 30,
  nearlyAll: 0.03,
  smallDay: 100,
  starts: 5,
  startShare: 0.6,
  reheat: 0.3,
}
