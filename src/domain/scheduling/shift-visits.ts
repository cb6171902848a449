import { instantsOf, localTimeOf, openingInstant } from './local-time.ts'

type Span = { start: string; end: string }

const asWall = (local: string) => Date.parse(`${local}:00Z`)
const ofWall = (wall: number) => new Date(wall).toISOString().slice(0, 16)

/**
 * Moves visits so that the first of them starts at `start`: the others keep their distance by the
 * wall clock of the site, and each its length (RC-05). Instants in ISO 8601; a time that the clocks
 * jump over becomes the first one after the gap.
 */
export const shiftVisits = <Visit extends Span>(
  visits: readonly Visit[],
  { start, timezone }: { start: string; timezone: string },
): { visit: Visit; start: string; end: string }[] => {
  const first = Math.min(...visits.map((visit) => Date.parse(visit.start)))
  const target = Date.parse(start)
  const distance = asWall(localTimeOf(target, timezone)) - asWall(localTimeOf(first, timezone))
  return visits.map((visit) => {
    const [from, to] = [Date.parse(visit.start), Date.parse(visit.end)]
    const local = ofWall(asWall(localTimeOf(from, timezone)) + distance)
    const moved =
      from === first ? target : (instantsOf(local, timezone)[0] ?? openingInstant(local, timezone))
    return {
      visit,
      start: new Date(moved).toISOString(),
      end: new Date(moved + to - from).toISOString(),
    }
  })
}
