/** A half-open span `[start, end)` of epoch milliseconds: touching spans do not overlap. */
export type Interval = { start: number; end: number }

/** Whether two spans share at least one millisecond. */
export const overlaps = (a: Interval, b: Interval): boolean => a.start < b.end && b.start < a.end

/** The same time as sorted spans that neither touch nor overlap; empty spans vanish. */
export const merge = (spans: readonly Interval[]): Interval[] => {
  const merged: Interval[] = []
  const sorted = spans.filter((span) => span.start < span.end).toSorted((a, b) => a.start - b.start)
  for (const span of sorted) {
    const last = merged.at(-1)
    if (last && span.start <= last.end) last.end = Math.max(last.end, span.end)
    else merged.push({ ...span })
  }
  return merged
}

/** The time that is in both lists. */
export const intersect = (left: readonly Interval[], right: readonly Interval[]): Interval[] => {
  const [a, b] = [merge(left), merge(right)]
  const shared: Interval[] = []
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const [x, y] = [a[i] as Interval, b[j] as Interval]
    const span = { start: Math.max(x.start, y.start), end: Math.min(x.end, y.end) }
    if (span.start < span.end) shared.push(span)
    if (x.end < y.end) i += 1
    else j += 1
  }
  return shared
}

/** The time of `spans` that is in none of `removed`. */
export const subtract = (spans: readonly Interval[], removed: readonly Interval[]): Interval[] => {
  const holes = merge(removed)
  const rest: Interval[] = []
  let first = 0
  for (const span of merge(spans)) {
    let start = span.start
    while (first < holes.length && (holes[first] as Interval).end <= start) first += 1
    for (let i = first; i < holes.length; i += 1) {
      const hole = holes[i] as Interval
      if (hole.start >= span.end) break
      if (hole.start > start) rest.push({ start, end: hole.start })
      start = Math.max(start, hole.end)
    }
    if (start < span.end) rest.push({ start, end: span.end })
  }
  return rest
}
