/** How many letters have to be typed, left out or replaced to make one name of the other. */
const distance = (from: string, to: string): number => {
  let row = Array.from({ length: to.length + 1 }, (_, at) => at)
  for (let above = 0; above < from.length; above++) {
    const next = [above + 1]
    for (let at = 0; at < to.length; at++) {
      const replaced = (row[at] ?? 0) + (from[above] === to[at] ? 0 : 1)
      next.push(Math.min(replaced, (row[at + 1] ?? 0) + 1, (next[at] ?? 0) + 1))
    }
    row = next
  }
  return row.at(-1) ?? 0
}

/** Longer names are no slip of the keyboard, and would take long to compare. */
const longest = 40

/** The known name that somebody most likely meant; null where none is close. */
export const nearestName = (typed: string, known: readonly string[]): string | null => {
  if (typed.length > longest) return null
  const plain = typed.toLowerCase()
  const most = Math.ceil(plain.length / 3)
  const [nearest] = known
    .map((name) => ({ name, by: distance(plain, name.toLowerCase()) }))
    .filter(({ by }) => by <= most)
    .toSorted((one, other) => one.by - other.by)
  return nearest?.name ?? null
}
