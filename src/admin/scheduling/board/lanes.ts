type Span = { start: number; end: number }

/** Puts spans that overlap into lanes of their own, so that every card is seen. */
export const lanesOf = <Item extends Span>(
  items: readonly Item[],
): { items: { item: Item; lane: number }[]; count: number } => {
  const ends: number[] = []
  const placed = items
    .toSorted((a, b) => a.start - b.start || b.end - a.end)
    .map((item) => {
      const free = ends.findIndex((end) => end <= item.start)
      const lane = free === -1 ? ends.length : free
      ends[lane] = item.end
      return { item, lane }
    })
  return { items: placed, count: Math.max(1, ends.length) }
}
