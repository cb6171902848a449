import type { ExplainedSlot } from './explain-slot.ts'
import type { ExplainPerson, ExplainWorld, Reason } from './explain-world.ts'
import { bitOf } from './bit-window.ts'
import { setBits } from './bitmap.ts'
import { endOf } from './explain-start.ts'
import { addDays, daysBetween, formatInZone, localDateOf } from './local-time.ts'
import { isOffered, offeredStarts } from './offered-starts.ts'

export type Change = {
  kind:
    | 'time'
    | 'person'
    | 'notice'
    | 'horizon'
    | 'skill'
    | 'service'
    | 'area'
    | 'location'
    | 'activate'
    | 'unblock'
    | 'hours'
  message: string
  start?: number
  end?: number
  fieldworker?: { id: string; name: string }
  skills?: string[]
  value?: number
}

type Tried = { change: Change; world: ExplainWorld }

const minuteMs = 60_000
const mostOfAKind = 3

/**
 * The smallest changes after which the visit could be booked: the nearest other starts within
 * `days` days, then, for the office, other people and what could be changed about the service or a
 * person. The engine has tried each: with the change it offers the start.
 */
export const suggestChanges = (
  world: ExplainWorld,
  explained: ExplainedSlot,
  { others, days }: { others: readonly ExplainPerson[]; days: number },
): Change[] => {
  if (explained.possible) return []
  const found: Change[] = []
  for (const { change, world: changed } of triesFor(world, explained, { others, days })) {
    const isEnough = found.filter(({ kind }) => kind === change.kind).length >= mostOfAKind
    if (!isEnough && isOffered(changed)) found.push(change)
  }
  return found
}

const triesFor = (
  world: ExplainWorld,
  explained: ExplainedSlot,
  { others, days }: { others: readonly ExplainPerson[]; days: number },
): Tried[] => {
  const times = nearestStarts(world, days).map((start) => atStart(world, start))
  if (!world.isOffice) return times
  return [
    ...times,
    ...others.map((person) => byPerson(world, person)),
    ...aboutService(world, explained),
    ...explained.people.flatMap((one) => aboutPerson(world, one)),
  ]
}

const nearestStarts = (world: ExplainWorld, days: number): number[] => {
  const date = localDateOf(world.start, world.timezone)
  const distance = (start: number) => Math.abs(start - world.start)
  return offeredStarts(world, { from: addDays(date, -1), to: addDays(date, days) })
    .toSorted((a, b) => distance(a) - distance(b))
    .slice(0, mostOfAKind)
}

const atStart = (world: ExplainWorld, start: number): Tried => {
  const changed = { ...world, start }
  const when = formatInZone(start, { zone: world.timezone, locale: world.locale })
  const change: Change = { kind: 'time', message: `Take ${when}.`, start, end: endOf(changed) }
  return { change, world: changed }
}

const byPerson = (world: ExplainWorld, person: ExplainPerson): Tried => {
  const { id, name } = person
  const change: Change = { kind: 'person', message: `Ask ${name}.`, fieldworker: { id, name } }
  return { change, world: { ...world, people: [person] } }
}

const aboutService = (world: ExplainWorld, { causes }: ExplainedSlot): Tried[] => {
  const { service, start, now, timezone } = world
  const tries: Tried[] = []
  const noticeMinutes = Math.floor((start - now) / minuteMs / 5) * 5
  if (causes.some(({ code }) => code === 'notice') && start > now)
    tries.push({
      change: {
        kind: 'notice',
        message: `Lower the notice of ${service.name} to ${noticeMinutes} minutes.`,
        value: noticeMinutes,
      },
      world: { ...world, service: { ...service, noticeMinutes } },
    })
  if (causes.some(({ code }) => code === 'horizon')) {
    const horizonDays = daysBetween(localDateOf(now, timezone), localDateOf(start, timezone))
    tries.push({
      change: {
        kind: 'horizon',
        message: `Open the bookings of ${service.name} ${horizonDays} days ahead.`,
        value: horizonDays,
      },
      world: { ...world, service: { ...service, horizonDays } },
    })
  }
  return tries
}

type PersonChange = { change: Omit<Change, 'fieldworker'>; changed: Partial<ExplainPerson> }

/** What would let a person who is not eligible do the work; null for other causes. */
const eligibilityChange = (
  { service, place, skillNames }: ExplainWorld,
  { person, cause }: { person: ExplainPerson; cause: Reason },
): PersonChange | null => {
  const { name } = person
  if (cause.code === 'service') {
    const services = [...person.services, service.id]
    const message = `Let ${name} do ${service.name}.`
    return { change: { kind: 'service', message }, changed: { services } }
  }
  if (cause.code === 'skill') {
    const skills = cause.skills ?? []
    const names = skills.map((skill) => skillNames.get(skill) ?? 'the skill')
    const message = `Give ${name} the skill ${names.join(' and ')}.`
    const changed = { skills: [...person.skills, ...skills] }
    return { change: { kind: 'skill', message, skills }, changed }
  }
  if (cause.code === 'area') {
    const areas = [...person.areas, ...(place.areas ?? [])]
    return {
      change: { kind: 'area', message: `Let ${name} work in this area.` },
      changed: { areas },
    }
  }
  if (cause.code !== 'location') return null
  const locations = [...person.locations, ...(place.location ? [place.location] : [])]
  const message = `Let ${name} work at this location.`
  return { change: { kind: 'location', message }, changed: { locations } }
}

/** One thing about one person that alone keeps them from the visit. */
const aboutPerson = (
  world: ExplainWorld,
  { person, causes }: { person: ExplainPerson; causes: Reason[] },
): Tried[] => {
  const [cause] = causes
  if (!cause || causes.length > 1) return []
  const { id, name } = person
  const tried = (change: Omit<Change, 'fieldworker'>, changed: Partial<ExplainPerson>): Tried[] => [
    {
      change: { ...change, fieldworker: { id, name } },
      world: {
        ...world,
        people: world.people.map((one) => (one === person ? { ...one, ...changed } : one)),
      },
    },
  ]
  switch (cause.code) {
    case 'inactive':
      return tried({ kind: 'activate', message: `Make ${name} active.` }, { active: true })
    case 'blocked':
      return tried({ kind: 'unblock', message: `Unblock ${name}.` }, { blocked: false })
    case 'outside-hours': {
      const open = person.open.slice()
      const [from, to] = [bitOf(world.start, world.window), bitOf(endOf(world), world.window)]
      setBits(open, Math.floor(from), Math.ceil(to))
      const message = `Let ${name} work at this time, by an exception in their hours.`
      return tried({ kind: 'hours', message }, { open })
    }
    default: {
      const eligible = eligibilityChange(world, { person, cause })
      return eligible ? tried(eligible.change, eligible.changed) : []
    }
  }
}
