import { zone } from './data/places.ts'
import { fieldworkers, staff } from './data/people.ts'
import { mobiles } from './data/words.ts'
import { createPassword } from './create-password.ts'
import { emailOf } from './email-of.ts'
import type { SeedPerson, World } from './world.ts'

const ids = (map: ReadonlyMap<string, string>, keys: readonly string[]): string[] =>
  keys.map((key) => map.get(key) as string)

/** Staff and fieldworkers with their accounts; passwords are set at the end. */
export const seedPeople = async (
  world: World,
  { roles, password }: { roles: ReadonlyMap<string, string>; password?: string | undefined },
): Promise<void> => {
  const account = async (person: { name: string; role: string; fieldworker?: string }) => {
    // Each of them was here some hours ago.
    const seenAt = world.now - (world.logins.length + 1) * 3_600_000
    const email = emailOf(person.name, 'harbourhome.example')
    const kind = person.fieldworker ? 'fieldworker' : 'staff'
    const id = await world.add('users', {
      name: person.name,
      email,
      kind,
      role: roles.get(person.role),
      fieldworker: person.fieldworker ?? null,
      active: true,
      locale: 'en',
      lastSeenAt: new Date(seenAt).toISOString(),
    })
    world.logins.push({
      ...{ id, collection: 'users', name: person.name, role: person.role, email },
      password: password ?? createPassword(),
      path: kind === 'staff' ? '/admin' : '/sign-in',
    })
    return id
  }
  for (const person of staff) world.staff.push({ ...person, id: await account(person) })
  for (const [index, spec] of fieldworkers.entries()) {
    const person = await seedFieldworker(world, { spec, phone: mobiles[index] as string })
    person.user = await account({ name: spec.name, role: 'fieldworker', fieldworker: person.id })
    await world.payload.db.updateOne({
      collection: 'fieldworkers',
      id: person.id,
      data: { user: person.user },
      req: world.req,
      returning: false,
    })
    world.people.push(person)
  }
}

const seedFieldworker = async (
  world: World,
  { spec, phone }: { spec: (typeof fieldworkers)[number]; phone: string },
): Promise<SeedPerson> => {
  const services = spec.services.map((key) => world.services.get(key)?.id as string)
  const skills = ids(world.skills, spec.skills)
  const areas = ids(world.areas, spec.areas)
  const locations = ids(world.locations, spec.locations)
  const work = { services, skills, areas, locations }
  const id = await world.add('fieldworkers', {
    ...work,
    name: spec.name,
    email: emailOf(spec.name, 'harbourhome.example'),
    phone,
    colour: spec.colour,
    home: spec.home,
    timezone: zone,
    workingHours: spec.hours.map((block) => ({
      ...block,
      id: world.random.rowId(),
      days: [...block.days],
    })),
    exceptions: [],
    assignmentMethod: 'inherit',
    active: true,
    blocked: false,
  })
  const { name, hours } = spec
  return {
    id,
    name,
    ...work,
    user: '',
    active: true,
    blocked: false,
    hours,
    exceptions: [],
    busy: [],
  }
}
