import { instantsOf, localTimeOf, openingInstant } from './local-time.ts'

type Span = { start: string; end: string }

const asWall = (local: string) => Date.parse(`${local}:00Z`)
const ofWall = (wall: number) => new Date(wall).toISOString().slice(0, 16)

/**
 * An instant moved by the wall-clock distance of two others; a time that the clocks jump over
 * becomes the first one after the gap.
 */
export const shiftInstant = (
  at: number,
  { from, to, timezone }: { from: number; to: number; timezone: string },
): number => {
  if (at === from) return to
  const distance = asWall(localTimeOf(to, timezone)) - asWall(localTimeOf(from, timezone))
  const local = ofWall(asWall(localTimeOf(at, timezone)) + distance)
  return instantsOf(local, timezone)[0] ?? openingInstant(local, timezone)
}

/**
 * Moves visits so that the first of them starts at `start`: the others keep their distance by the
 * wall clock of the site, and each its length. Instants in ISO 8601.
 */
export const shiftVisits = <Visit extends Span>(
  visits: readonly Visit[],
  { start, timezone }: { start: string; timezone: string },
): { visit: Visit; start: string; end: string }[] => {
  const from = Math.min(...visits.map((visit) => Date.parse(visit.start)))
  const to = Date.parse(start)
  return visits.map((visit) => {
    const began = Date.parse(visit.start)
    const moved = shiftInstant(began, { from, to, timezone })
    return {
      visit,
      start: new Date(moved).toISOString(),
      end: new Date(moved + Date.parse(visit.end) - began).toISOString(),
    }
  })
}
