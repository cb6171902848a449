import { oneOf, type Random } from './random-body.ts'

const deep = (levels: number, close: unknown): unknown => {
  let value = close
  for (let level = 0; level < levels; level++) value = level % 2 ? [value] : { a: value }
  return value
}

/** Text that the database, the framework or a script might read as something else. */
const texts = [
  ...['', ' ', '0', '-1', 'null', 'true', '[]', '{}', 'NaN', '%E0%A4%A', '%00', "' or 1=1 --"],
  ...['💥', '\u202Egnp.exe', '\u0007\u001B[31m', '\uD800', 'e\u0301'.repeat(300), '\u00A0', 'ﷺ'],
  ...['__proto__', 'constructor', '../../etc/passwd', '<script>alert(1)</script>', '${7*7}'],
  ...['x'.repeat(20_000), '9'.repeat(400), '00000000-0000-0000-0000-000000000000'],
]

/** Instants and days at the edges of what a calendar, a script and the database can hold. */
export const instants = [
  ...['9999-12-31T23:59:00Z', '9999-12-31T23:59:00-14:00', '0001-01-01T00:00:00Z'],
  ...['0000-01-01T00:00:00Z', '0000-00-00', '2027-02-30', '2027-02-30T10:00:00Z', '9999-99-99'],
  ...['+275760-09-13T00:00:00.000Z', '-271821-04-20T00:00:00.000Z', '+275760-09-13', '9999-12-31'],
  ...[
    '1900-01-01T00:00:00Z',
    '2199-12-31T23:00:00Z',
    '2026-12-01T25:61:00Z',
    '2016-12-31T23:59:60Z',
  ],
  ...['0000-01-01', '1582-10-10', '2100-02-29', 'infinity', 'now', 'epoch', '1e999'],
]

const numbers = [
  ...[0, -0, -1, 0.1, 1e-320, 2 ** 31, 2 ** 53 + 2, 2 ** 63, 1e20, 1e308, -1e308, 4_294_967_296],
]

const others = [
  ...[null, true, false, [], {}, [[]], [null], { $ne: 1 }, { equals: 'x' }, { id: null }],
  ...[{ length: 1e9 }, { toString: 1, valueOf: 1 }, { relationTo: 'users', value: '1' }],
  ...[deep(30, 'x'), deep(30, null), Array.from({ length: 3000 }, (_, at) => at)],
]

/** A value that nobody means. */
export const hostileValue = (random: Random): unknown => {
  const kind = random()
  if (kind < 0.3) return oneOf(texts, random)
  if (kind < 0.5) return oneOf(instants, random)
  if (kind < 0.7) return oneOf(numbers, random)
  return structuredClone(oneOf(others, random))
}

type Holder = Record<string, unknown>

/** Every place in a value that holds another one. */
const placesIn = (value: unknown): [holder: Holder, key: string][] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => [
        [value as Holder, key] as [Holder, string],
        ...placesIn(inner),
      ])
    : []

const spoilOnce = (body: unknown, random: Random): void => {
  const places = placesIn(body)
  if (places.length === 0) return
  const [holder, key] = oneOf(places, random)
  const kind = random()
  if (kind < 0.7) holder[key] = hostileValue(random)
  else if (kind < 0.8) holder[key] = [holder[key]]
  else if (kind < 0.9) holder[key] = { value: holder[key] }
  else
    holder[oneOf(['unknown', 'id', '_id', 'createdAt', 'user', 'status', 'version'], random)] =
      hostileValue(random)
}

/** The body with up to three of its values replaced; one in four is left as it is. */
export const spoil = (body: unknown, random: Random): unknown => {
  if (random() < 0.25) return body
  if (random() < 0.1) return hostileValue(random)
  const copy = structuredClone(body)
  for (let times = Math.ceil(random() ** 2 * 3); times > 0; times--) spoilOnce(copy, random)
  return copy
}
