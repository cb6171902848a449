import type { WeeklyBlock } from '../scheduling/working-hours.ts'

/** Colours that can be told apart on the board, in the order in which they are given out. */
export const teamColours = [
  '#0b7285',
  '#c2410c',
  '#2563eb',
  '#7c3aed',
  '#15803d',
  '#be185d',
  '#a16207',
  '#4338ca',
  '#b91c1c',
  '#0f766e',
] as const

/** Monday to Friday, eight to five: the hours of a company that has no team yet. */
const officeWeek: readonly WeeklyBlock[] = [
  { days: ['mon', 'tue', 'wed', 'thu', 'fri'], start: '08:00', end: '17:00' },
]

const signatureOf = (week: readonly WeeklyBlock[]): string =>
  week
    .flatMap(({ days, start, end }) => days.map((day) => `${day} ${start} ${end}`))
    .toSorted()
    .join(',')

/** The colour that the fewest of the team have; the first of those. */
export const nextColour = (used: readonly (string | null | undefined)[]): string => {
  const countOf = (colour: string) => used.filter((one) => one?.toLowerCase() === colour).length
  const fewest = Math.min(...teamColours.map(countOf))
  return teamColours.find((colour) => countOf(colour) === fewest) ?? teamColours[0]
}

/** The week that most of the team work; eight to five from Monday to Friday where there is none. */
export const usualWeek = (weeks: readonly (readonly WeeklyBlock[])[]): readonly WeeklyBlock[] => {
  const known = new Map<string, { week: readonly WeeklyBlock[]; count: number }>()
  for (const week of weeks) {
    const signature = signatureOf(week)
    if (signature === '') continue
    known.set(signature, { week, count: (known.get(signature)?.count ?? 0) + 1 })
  }
  const [first] = [...known.values()].toSorted((one, other) => other.count - one.count)
  return first?.week ?? officeWeek
}
