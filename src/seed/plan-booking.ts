import { isEligible } from '../domain/people/eligibility.ts'
import { bitsOf, windowOf } from '../domain/scheduling/bit-window.ts'
import type { SlotSearch } from '../domain/scheduling/slot-search.ts'
import { findSlots, type Slot } from '../domain/scheduling/find-slots.ts'
import type { Interval } from '../domain/scheduling/intervals.ts'
import { addDays, instantOf, localDateOf, localTimeOf } from '../domain/scheduling/local-time.ts'
import { openBitmap } from '../domain/scheduling/open-bitmap.ts'
import { peopleAt } from '../domain/scheduling/people-at.ts'
import { outcomes } from './data/outcomes.ts'
import { locations, zone } from './data/places.ts'
import type { Story } from './data/stories.ts'
import type { SeedCustomer, SeedPerson, SeedService, World } from './world.ts'

export type PlannedVisit = Interval & {
  /** Who does it, or would; one visit per person of a crew. */
  person: SeedPerson
  busy: Interval
}

export type PlannedBooking = {
  story: Story
  customer: SeedCustomer
  /** Where the business is the place, else null. */
  location: string | null
  lines: { service: SeedService; visits: PlannedVisit[] }[]
}

const dayMs = 86_400_000
const minuteMs = 60_000
const attempts = 400
const fillAttempts = 60

/**
 * Finds customer, people and free times for one booking of a story, and takes the times.
 * `customer` books the same again instead of anybody.
 */
export const planBooking = (
  world: World,
  { story, customer }: { story: Story; customer?: SeedCustomer },
): PlannedBooking => {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const who = customer ?? world.random.pick(world.customers)
    const slack = Math.floor(attempt / 40)
    const isLate = attempt >= attempts / 8
    const planned = tryPlan(world, { story, customer: who, slack, isLate })
    if (planned) return planned
  }
  throw new Error(`The demo found no time for a booking that is ${story.outcome}.`)
}

/**
 * A booking of a story for one person on its day, right after their earlier ones, for somebody who
 * was not `visited`; null where none fits.
 */
export const planFor = (
  world: World,
  story: Story,
  { only, visited }: { only: SeedPerson; visited: ReadonlySet<SeedCustomer> },
): PlannedBooking | null => {
  for (let attempt = 0; attempt < fillAttempts; attempt += 1) {
    const customer = world.random.pick(world.customers)
    if (visited.has(customer)) continue
    const planned = tryPlan(world, { story, customer, only, slack: 0, isLate: false })
    if (planned) return planned
  }
  return null
}

const tryPlan = (
  world: World,
  {
    story,
    customer,
    slack,
    isLate,
    only,
  }: Pick<Search, 'story' | 'customer' | 'isLate' | 'only'> & { slack: number },
): PlannedBooking | null => {
  const { random } = world
  const keys = random.pick(story.lines)
  const isFixed = keys.some((key) => world.services.get(key)?.locationTypes?.includes('fixed'))
  const location = isFixed ? random.pick([...world.locations.values()]) : null
  const first = random.between(story.days[0], story.days[1]) + slackDays(story, slack)
  const taken: { person: SeedPerson; span: Interval }[] = []
  const lines: PlannedBooking['lines'] = []
  for (const key of keys) {
    const service = world.services.get(key) as SeedService
    const visits: PlannedVisit[] = []
    for (let index = 0; index < (story.visits ?? 1); index += 1) {
      const offset = first + index * (story.everyDays ?? 0)
      const of = { story, service, customer, location, offset, taken, index, isLate, only }
      const found = findVisit(world, of)
      if (!found) return null
      visits.push(...found)
      for (const visit of found) taken.push({ person: visit.person, span: visit.busy })
    }
    lines.push({ service, visits })
  }
  if (isHolding(story)) for (const { person, span } of taken) person.busy.push(span)
  return { story, customer, location, lines }
}

/** Cancelled, rescheduled and declined visits give their time back. */
const isHolding = ({ outcome }: Story): boolean =>
  !['cancelled', 'rescheduled'].includes(outcomes[outcome].visit) &&
  outcomes[outcome].acceptance !== 'declined'

const slackDays = (story: Story, slack: number): number =>
  outcomes[story.outcome].when === 'future' ? slack : -slack

type Search = {
  story: Story
  /** Only this person, at the earliest time they have. */
  only?: SeedPerson | undefined
  service: SeedService
  customer: SeedCustomer
  location: string | null
  offset: number
  taken: { person: SeedPerson; span: Interval }[]
  /** Which of a story's visits on several days. */
  index: number
  /** At any hour, because the usual ones are gone. */
  isLate: boolean
}

const findVisit = (world: World, search: Search): PlannedVisit[] | null => {
  const { service } = search
  const question = questionOn(world, search)
  const slots = findSlots(question).filter((slot) => suits(world, search, slot))
  const usual = slots.filter(({ start }) => isByDay(start) !== Boolean(service.atNight))
  const open = usual.length > 0 || !(search.isLate || isToday(search.story)) ? usual : slots
  if (open.length === 0) return null
  const slot = search.only ? (open[0] as Slot) : world.random.pick(open)
  const able = peopleAt(question, slot.start)
  const crew = world.random.shuffle(able).slice(0, service.crewSize ?? 1)
  const [before, after] = service.buffers
  return crew.map((id) => ({
    start: slot.start,
    end: slot.end,
    person: world.people.find((person) => person.id === id) as SeedPerson,
    busy: { start: slot.start - before * minuteMs, end: slot.end + after * minuteMs },
  }))
}

/** Today's work is where today still has time, even late. */
const isToday = ({ outcome, days }: Story): boolean =>
  outcomes[outcome].when === 'now' || days[1] === 0

/** Nobody asks for the night who can have the day. */
const isByDay = (start: number): boolean => {
  const time = localTimeOf(start, zone).slice(11)
  return time >= '07:00' && time <= '18:00'
}

const questionOn = (world: World, search: Search): SlotSearch => {
  const { service, customer, location, taken } = search
  const date = addDays(localDateOf(world.now, zone), search.offset)
  const midnight = instantOf(`${date}T00:00`, zone)
  const window = windowOf({ from: midnight - dayMs, to: midnight + 2 * dayMs })
  const place = location ? { areas: null, location } : { areas: customer.areas, location: null }
  const asked = { id: service.id, skills: service.skills.map((key) => world.skills.get(key) ?? '') }
  const eligible = (search.only ? [search.only] : world.people).filter((person) =>
    isEligible({ person, service: asked, place }),
  )
  const depot = locations.find(({ key }) => world.locations.get(key) === location)
  return {
    window,
    service: {
      durationMinutes: service.durationMinutes,
      bufferBeforeMinutes: service.buffers[0],
      bufferAfterMinutes: service.buffers[1],
      noticeMinutes: 0,
      horizonDays: 1,
      slotIntervalMinutes: 30,
      crewSize: service.crewSize ?? 1,
    },
    people: eligible.map((person) => ({
      id: person.id,
      open: openBitmap({ ...person, timezone: zone }, window),
      busy: bitsOf(
        [
          ...person.busy,
          ...taken.filter((other) => other.person === person).map((other) => other.span),
        ],
        window,
        'outward',
      ),
    })),
    ...(depot && {
      placeOpen: openBitmap({ ...depot, exceptions: [], timezone: zone }, window),
    }),
    from: date,
    to: date,
    timezone: zone,
    now: midnight,
  }
}

/** Whether a slot lies where the story wants it; the first of several visits may be over. */
const suits = ({ now }: World, { story, index, isLate }: Search, slot: Slot): boolean => {
  const { when } = outcomes[story.outcome]
  if (story.visits && story.days[0] < 0) return index === 0 ? slot.end < now : true
  if (when === 'past') return slot.end <= now - 30 * minuteMs
  if (when === 'now') return slot.start < now - 10 * minuteMs && (isLate || slot.end > now)
  return slot.start > now + (story.days[1] === 0 ? 15 : 180) * minuteMs
}
