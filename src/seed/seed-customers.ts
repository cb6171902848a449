import { suburbs, zone } from './data/places.ts'
import { customers } from './data/people.ts'
import { mobiles } from './data/words.ts'
import { createPassword } from './create-password.ts'
import { emailOf } from './email-of.ts'
import type { World } from './world.ts'

const dayMs = 86_400_000

/** How many customers get a password; the others sign in by a mailed link. */
const withPassword = 3

/** Forty customers, each with an address in a real suburb; companies have a contact. */
export const seedCustomers = async (
  world: World,
  { password }: { password?: string | undefined },
): Promise<void> => {
  for (const [index, spec] of customers.entries()) {
    const { random, add, now } = world
    const slug = emailOf(spec.name, 'example.com')
    const email = spec.noEmail ? slug.replace('example.com', 'no-email.invalid') : slug
    const phone = mobiles[(index + 8) % mobiles.length] as string
    const createdAt = new Date(now - random.between(20, 400) * dayMs).toISOString()
    const id = await add('customers', {
      ...{ name: spec.company ?? spec.name, email, phone, timezone: zone, createdAt },
      company: spec.company ?? null,
      onboardedAt: createdAt,
      active: true,
      marketing: random.chance(0.4),
    })
    const home = await seedAddress(world, { customer: id, index, isCompany: Boolean(spec.company) })
    const contact = spec.company
      ? await add('contacts', {
          ...{ customer: id, name: spec.name, role: spec.role, phone },
          email: emailOf(spec.name, 'example.org'),
        })
      : null
    world.customers.push({
      ...{ id, phone, contact, ...home },
      name: spec.company ?? spec.name,
      email: spec.noEmail ? null : email,
    })
    if (index < withPassword)
      world.logins.push({
        ...{ id, collection: 'customers', name: spec.name, role: 'customer', email },
        password: password ?? createPassword(),
        path: '/sign-in',
      })
  }
}

const seedAddress = async (
  { random, add, areas }: World,
  { customer, index, isCompany }: { customer: string; index: number; isCompany: boolean },
) => {
  const suburb = suburbs[index % suburbs.length] as (typeof suburbs)[number]
  const spread = () => (random.next() - 0.5) * 0.008
  const area = areas.get(suburb.area) as string
  const line1 = `${random.between(2, 148)} ${random.pick(suburb.streets)}`
  const address = await add('addresses', {
    customer,
    label: isCompany ? 'Premises' : 'Home',
    line1,
    line2: random.chance(0.3) ? `Unit ${random.between(1, 24)}` : null,
    suburb: suburb.name,
    postcode: suburb.postcode,
    region: 'NSW',
    country: 'AU',
    coordinates: {
      lat: Number((suburb.lat + spread()).toFixed(5)),
      lng: Number((suburb.lng + spread()).toFixed(5)),
    },
    timezone: zone,
    area,
    accessNotes: random.chance(0.3) ? 'Side gate is on the left, latch at the top.' : null,
  })
  const property = isCompany
    ? await add('properties', { customer, name: line1, type: 'Premises', address })
    : null
  return { address, property, areas: [area] }
}
