import { writeOccupancies } from '../database/scheduling/occupancies.ts'
import { addDays, instantOf, localDateOf } from '../domain/scheduling/local-time.ts'
import { zone } from './data/places.ts'
import type { World } from './world.ts'

/** Person, days from today (first and last), wall-clock span, kind and note. */
const absences = [
  ['Sofia Russo', 5, 6, '08:00', '16:30', 'leave', 'Long weekend away'],
  ['Mei Chen', -5, -5, '08:00', '16:00', 'sick', 'Flu'],
  ['Priya Sharma', 3, 3, '13:00', '16:00', 'personal', 'First-aid refresher'],
  ['Daniel Kelly', 2, 2, '07:00', '09:00', 'personal', 'Picking up the new mower'],
  ['Tom O’Brien', 8, 8, '12:00', '13:00', 'personal', 'Dentist'],
  ['Jack Thompson', 7, 7, '22:00', '23:59', 'personal', 'Family evening'],
] as const

/** Leave, sickness and errands around today, as facts in the occupancies. */
export const seedAbsences = async (world: World): Promise<void> => {
  const today = localDateOf(world.now, zone)
  for (const [name, first, last, from, to, kind, note] of absences) {
    const person = world.people.find((candidate) => candidate.name === name)
    if (!person) throw new Error(`Nobody is called ${name}.`)
    const start = instantOf(`${addDays(today, first)}T${from}`, zone)
    const end = instantOf(`${addDays(today, last)}T${to}`, zone)
    const [startsAt, endsAt] = [new Date(start).toISOString(), new Date(end).toISOString()]
    const unavailability = await world.add('unavailabilities', {
      ...{ fieldworker: person.id, kind, note },
      start: startsAt,
      end: endsAt,
    })
    await writeOccupancies(world.req, {
      replace: {},
      rows: [
        {
          ...{ fieldworker: person.id, startsAt, endsAt, unavailability },
          kind: 'unavailability',
          exclusive: false,
        },
      ],
    })
    person.busy.push({ start, end })
  }
}
