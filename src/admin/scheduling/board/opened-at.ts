import type { Board } from './board-visit.ts'

const hourMs = 3_600_000
const usualHour = 6.5
/** A team is at work while at least this share of those who work that day is. */
const teamShare = 1 / 3

type Day = Pick<Board, 'start' | 'end'> & {
  people: readonly Pick<Board['people'][number], 'hours'>[]
}

/**
 * The instant at the left edge of a day as it is opened: an hour and a half before now while the
 * team is at work, else half an hour before its first working hour.
 */
export const openedAt = ({ start, end, people }: Day, now: number): number => {
  const working = people.map(({ hours }) => hours ?? []).filter((hours) => hours.length > 0)
  const isTeamAt = (minute: number) => {
    const present = working.filter((hours) =>
      hours.some(([from, to]) => from <= minute && minute < to),
    )
    return working.length > 0 && present.length >= working.length * teamShare
  }
  if (now > start && now < end && isTeamAt((now - start) / 60_000)) return now - 1.5 * hourMs
  const starts = working.flatMap((hours) => hours.map(([from]) => from)).toSorted((a, b) => a - b)
  const first = starts.find(isTeamAt)
  return start + (first === undefined ? usualHour * hourMs : first * 60_000 - hourMs / 2)
}
