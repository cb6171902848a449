import { type Ineligibility, ineligibilityOf } from '../people/eligibility.ts'
import { bitOf, spansOf } from './bit-window.ts'
import { hasAll, hasAny } from './bitmap.ts'
import { dayOf, endOf } from './explain-start.ts'
import type { ExplainPerson, ExplainWorld, Reason } from './explain-world.ts'
import { overlaps } from './intervals.ts'
import { formatInZone } from './local-time.ts'

const minuteMs = 60_000

/**
 * Why this person cannot take the visit, most general first; empty for those who can. What
 * holds for everybody is `explainStart`'s to say.
 */
export const explainPerson = (world: ExplainWorld, person: ExplainPerson): Reason[] => [
  ...ineligibilityOf({ person, service: world.service, place: world.place }).map((cause) =>
    ineligible(cause, { world, person }),
  ),
  ...outsideHours(world, person),
  ...inTheWay(world, person),
]

type Case = { world: ExplainWorld; person: ExplainPerson }

const words: Record<Ineligibility, string> = {
  inactive: 'is not active',
  blocked: 'is blocked for new work',
  service: 'does not do this service',
  skill: 'lacks a skill',
  area: 'does not work in this area',
  location: 'does not work at this location',
}

const ineligible = (code: Ineligibility, { world, person }: Case): Reason => {
  if (code !== 'skill') return { code, message: `${person.name} ${words[code]}.` }
  const skills = world.service.skills.filter((skill) => !person.skills.includes(skill))
  const names = skills.map((skill) => world.skillNames.get(skill) ?? 'a skill')
  return { code, message: `${person.name} lacks ${names.join(', ')}.`, skills }
}

const outsideHours = (world: ExplainWorld, person: ExplainPerson): Reason[] => {
  const { window, start } = world
  const [from, to] = [bitOf(start, window), bitOf(endOf(world), window)]
  if (hasAll(person.open, Math.floor(from), Math.ceil(to))) return []
  const day = dayOf(world)
  const hours = spansOf(person.open, window).filter((span) => overlaps(span, day))
  const message =
    hours.length > 0
      ? `${person.name} does not work for the whole of this time.`
      : `${person.name} does not work on this day.`
  return [{ code: 'outside-hours', message, hours }]
}

const kinds = {
  visit: 'has other work',
  reservation: 'has a tentative booking',
  hold: 'is being booked online right now',
  unavailability: 'is absent',
  external: 'has an entry in their calendar',
} as const

const inTheWay = (world: ExplainWorld, person: ExplainPerson): Reason[] => {
  const { service, start, timezone, locale } = world
  const visit = { start, end: endOf(world) }
  const taking = {
    start: visit.start - service.bufferBeforeMinutes * minuteMs,
    end: visit.end + service.bufferAfterMinutes * minuteMs,
  }
  const clock = (instant: number) =>
    formatInZone(instant, { zone: timezone, locale }, { timeStyle: 'short' })
  const found = person.occupied.filter((span) => overlaps(span, taking))
  const reasons = found.map((occupied): Reason => {
    const when = `${clock(occupied.start)}–${clock(occupied.end)}`
    if (overlaps(occupied, visit))
      return {
        code: 'occupied',
        message: `${person.name} ${kinds[occupied.kind]}, ${when}.`,
        occupied,
      }
    const isBefore = occupied.end <= visit.start
    const neededMinutes = isBefore ? service.bufferBeforeMinutes : service.bufferAfterMinutes
    const side = isBefore ? 'before' : 'after'
    const message = `${neededMinutes} minutes ${side} the visit must be free; ${person.name} ${kinds[occupied.kind]}, ${when}.`
    return { code: 'buffer', message, occupied, neededMinutes }
  })
  if (reasons.length > 0) return reasons
  const [from, to] = [bitOf(start, world.window), bitOf(visit.end, world.window)]
  const isUnderWay =
    person.travel !== undefined && hasAny(person.travel, Math.floor(from), Math.ceil(to))
  if (!isUnderWay) return []
  const message = `${person.name} would still be on the way between this place and another visit.`
  return [{ code: 'travel', message }]
}
