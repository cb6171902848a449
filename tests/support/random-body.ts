import { sydney } from './shop.ts'

/** The part of a JSON schema that a body is made from. */
export type Shape = {
  $ref?: string
  type?: string | string[]
  const?: unknown
  enum?: unknown[]
  anyOf?: Shape[]
  oneOf?: Shape[]
  format?: string
  properties?: Record<string, Shape>
  required?: string[]
  additionalProperties?: Shape | boolean
  items?: Shape | Shape[]
  minimum?: number
  maximum?: number
}

export type Ids = ReadonlyMap<string, readonly string[]>
export type Random = () => number

/** What a name points to where its shape only says that it is an id. */
const collectionOf: Record<string, string> = {
  service: 'services',
  also: 'services',
  fieldworker: 'fieldworkers',
  candidates: 'fieldworkers',
  onBehalfOf: 'fieldworkers',
  location: 'locations',
  address: 'addresses',
  customerId: 'customers',
  line: 'booking-lines',
  ids: 'appointments',
  appointment: 'appointments',
  except: 'appointments',
  booking: 'bookings',
  offer: 'assignment-offers',
  hold: 'occupancies',
  owner: 'users',
}

const words: Record<string, string[]> = {
  postcode: ['2000', '2010', '9999'],
  timezone: ['Australia/Sydney', 'America/New_York'],
  phone: ['+61412345678', '0293744000'],
  email: ['guest@bodies.test', 'customer@people.test'],
  country: ['AU', 'Australia'],
  colour: ['#112233'],
  service: ['direct', 'request', 'broadcast', 'approval'],
  password: ['correct horse battery staple'],
}

export const oneOf = <Item>(list: readonly Item[], random: Random): Item =>
  list[Math.floor(random() * list.length)] as Item

const idOf = (collection: string, ids: Ids, random: Random): string =>
  oneOf(ids.get(collection) ?? ['00000000-0000-4000-8000-000000000000'], random)

const instantFrom = (random: Random): string =>
  sydney(
    1 + Math.floor(random() * 20),
    `${7 + Math.floor(random() * 11)}:${oneOf(['00', '30'], random)}`.padStart(5, '0'),
  )

type Made = { shape: Shape; name: string; ids: Ids; random: Random }

const textFor = ({ shape, name, ids, random }: Made): string => {
  if (shape.format === 'uuid') {
    return idOf(collectionOf[name] ?? oneOf([...ids.keys()], random), ids, random)
  }
  const isInstant = shape.format === 'date-time' || /(^s|S)tart|(^e|E)nd|At$/.test(name)
  if (isInstant) return instantFrom(random)
  if (shape.format === 'date' || /^(date|from|to)$/.test(name)) {
    return instantFrom(random).slice(0, 10)
  }
  const known = words[shape.format === 'email' ? 'email' : name]
  return known ? oneOf(known, random) : `${name} ${Math.floor(random() * 1e6)}`
}

const numberFor = ({ shape, random }: Made, isInteger: boolean): number => {
  const from = Math.max(shape.minimum ?? 0, -1000)
  const to = Math.min(shape.maximum ?? 1000, 1000)
  const value = from + random() * (to - from)
  return isInteger ? Math.round(value) : value
}

const objectFor = (made: Made): Record<string, unknown> => {
  const { shape, random } = made
  const known = Object.entries(shape.properties ?? {})
  if (known.length === 0) return { [`key${Math.floor(random() * 9)}`]: 'value' }
  const chosen = known.filter(([name]) => shape.required?.includes(name) || random() < 0.3)
  return Object.fromEntries(
    chosen.map(([name, part]) => [name, randomBody({ ...made, shape: part, name })]),
  )
}

/** A value of a shape, such as the product takes or nearly takes. */
export const randomBody = (made: Made): unknown => {
  const { shape, name, ids, random } = made
  const choices = shape.anyOf ?? shape.oneOf
  const related = choices?.find(({ $ref }) => $ref)?.$ref ?? shape.$ref
  if (related) return idOf(related.split('/').at(-1) ?? '', ids, random)
  if (choices) return randomBody({ ...made, shape: oneOf(choices, random) })
  if (shape.const !== undefined) return shape.const
  if (shape.enum) return oneOf(shape.enum, random)
  const type = Array.isArray(shape.type) ? oneOf(shape.type, random) : shape.type
  if (type === 'object') return objectFor(made)
  if (type === 'array') {
    const items = (Array.isArray(shape.items) ? shape.items[0] : shape.items) ?? {}
    const length = Math.floor(random() * 3)
    return Array.from({ length }, () => randomBody({ ...made, shape: items }))
  }
  if (type === 'number' || type === 'integer') return numberFor(made, type === 'integer')
  if (type === 'boolean') return random() < 0.5
  if (type === 'null') return null
  return textFor({ shape, name, ids, random })
}
