import { addDays, localDateOf } from '../domain/scheduling/local-time.ts'
import { zone } from './data/places.ts'
import type { OutcomeName } from './data/stories.ts'
import { planFor, type PlannedBooking } from './plan-booking.ts'
import type { SeedCustomer, SeedPerson, World } from './world.ts'

/** The days around today, as the board shows them, on which everybody is busy. */
const days = [-1, 0, 1, 2, 3]
const usual = 5
const overfull = 8
const quiet = 2

/** Tomorrow one person has more than fits comfortably; today another has a gap. */
const wantedOf = (world: World, person: SeedPerson, day: number): number => {
  if (day === 1 && person.name === 'Priya Sharma') return overfull
  if (day === 0 && person.name === 'Tom O’Brien') return quiet
  if (person.services.includes(world.services.get('night-plumber')?.id ?? '')) return quiet
  const turn = (world.people.indexOf(person) + day + days.length) % 3
  return usual + turn - 1
}

/** How the work of a day stands: done, being done, or still to come. */
const outcomesOn = (day: number): OutcomeName[] => {
  if (day < 0) return ['completed']
  return day === 0 ? ['completed', 'under-way', 'confirmed'] : ['confirmed']
}

/** Bookings that fill the working days around today. */
export const fillDays = (world: World): PlannedBooking[] =>
  days.flatMap((day) => {
    const visited = new Set<SeedCustomer>()
    return world.people.flatMap((person) => {
      const most = wantedOf(world, person, day)
      return outcomesOn(day).flatMap((outcome) =>
        fill(world, person, { outcome, day, most, visited }),
      )
    })
  })

type Fill = {
  outcome: OutcomeName
  day: number
  most: number
  /** Whom somebody visits already on that day. */
  visited: Set<SeedCustomer>
}

const fill = (
  world: World,
  person: SeedPerson,
  { outcome, day, most, visited }: Fill,
): PlannedBooking[] => {
  const date = addDays(localDateOf(world.now, zone), day)
  const isThatDay = ({ start }: { start: number }) => localDateOf(start, zone) === date
  const keys = [...world.services.values()].filter(
    ({ id, crewSize = 1, mode }) => person.services.includes(id) && crewSize === 1 && !mode,
  )
  const lines = keys.map(({ key }) => [key])
  const planned: PlannedBooking[] = []
  const room = outcome === 'under-way' ? 1 : most
  while (planned.length < room && person.busy.filter(isThatDay).length < most) {
    const booking = planFor(
      world,
      { outcome, count: 1, lines, days: [day, day] },
      { only: person, visited },
    )
    if (!booking) break
    planned.push(booking)
    visited.add(booking.customer)
  }
  return planned
}
