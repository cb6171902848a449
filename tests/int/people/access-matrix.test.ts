import { randomUUID } from 'node:crypto'
import type { FlattenedField } from 'payload'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type App, startApp } from '../../support/app.ts'
import { type Person, people } from '../../support/people.ts'
import { giveService, insert, insertBooking, type Owned, ownerOf } from '../../support/records.ts'
import { accessMatrix, freeTextReaders, matrixCallers, settingsMatrix } from './access-matrix.ts'
import { recordOf } from './access-records.ts'

type List = { id?: string; totalDocs?: number; docs?: { id: string }[] }

/** 501 is what a collection without endpoints answers. */
const refusals = [401, 403, 404, 405, 501]
/** What the callers and the visit between them already have; a new one would be nobody's. */
const standing: Record<string, keyof Owned> = {
  bookings: 'booking',
  addresses: 'address',
  customers: 'customer',
  fieldworkers: 'fieldworker',
  users: 'user',
}
/** Who is the owner of what is foreign to the other. */
const twins: Partial<Record<Person, Person>> = {
  customer: 'otherCustomer',
  fieldworker: 'otherFieldworker',
}
const strangers = new Set(Object.values(twins))

let app: App
let mine: Owned
let others: Owned
let cells = 0

beforeAll(async () => {
  app = await startApp()
  const { payload } = app
  mine = await insertBooking(payload, await ownerOf(payload, 'customer', 'fieldworker'), {
    number: 'MINE',
    start: '2030-01-01T00:00:00.000Z',
  })
  others = await insertBooking(
    payload,
    await ownerOf(payload, 'otherCustomer', 'otherFieldworker'),
    { number: 'OTHER', start: '2030-01-01T00:00:00.000Z' },
  )
  await giveService(payload, mine)
  await giveService(payload, others)
})

afterAll(async () => {
  await app.stop()
  process.stdout.write(`access matrix: ${cells} cells\n`)
})

const dataOf = (slug: string, owned: Owned) => recordOf[slug]?.(owned, randomUUID()) ?? {}

const make = async (slug: string, owned: Owned) => {
  const id = await insert(app.payload, slug, dataOf(slug, owned))
  if (slug === 'services') {
    // Somebody of its own, since the callers are probed side by side.
    await insert(app.payload, 'fieldworkers', { ...dataOf('fieldworkers', owned), services: [id] })
  }
  return id
}

/** One probe of the door: whether the caller got past it. A failure of the server fails the test. */
const passes = async (person: Person, method: string, path: string, body?: unknown) => {
  const answer = await app.request<List>(method, path, { as: person, body })
  cells += 1
  const isRefused = refusals.includes(answer.status)
  expect(isRefused || answer.status < 500, `${person} ${method} ${path}`).toBe(true)
  return { passed: !isRefused, body: answer.body }
}

const letter = (own: boolean, foreign: boolean): string => {
  if (own && foreign) return '+'
  if (foreign) return 'foreign!'
  return own ? 'o' : '-'
}

const reads = async (slug: string, person: Person, own: string, foreign: string) => {
  const where = `where[id][in]=${own},${foreign}`
  const list = await passes(person, 'GET', `/${slug}?${where}`)
  const ids = list.passed ? (list.body.docs ?? []).map(({ id }) => id) : []
  const count = await passes(person, 'GET', `/${slug}/count?${where}`)
  const one = await passes(person, 'GET', `/${slug}/${own}`)
  const two = await passes(person, 'GET', `/${slug}/${foreign}`)

  const found = letter(ids.includes(own), ids.includes(foreign))
  const byId = letter(one.passed && one.body.id === own, two.passed && two.body.id === foreign)
  expect(byId, `${person} finds ${slug} by id`).toBe(found)
  expect(count.passed ? (count.body.totalDocs ?? 0) : 0, `${person} counts ${slug}`).toBe(
    ids.length,
  )
  return found
}

const changes = async (
  slug: string,
  person: Person,
  method: string,
  body: object | undefined,
  ids: [string, string],
) => {
  const own = await passes(person, method, `/${slug}/${ids[0]}`, body)
  const foreign = await passes(person, method, `/${slug}/${ids[1]}`, body)
  return letter(own.passed, foreign.passed)
}

/** Moves to the Deleted list where there is one; then nothing is deleted for good. */
const deletions = async (slug: string, person: Person, ids: [string, string]) => {
  const purged = await changes(slug, person, 'DELETE', undefined, ids)
  if (!app.payload.collections[slug as 'bookings'].config.trash) return purged
  expect(purged, `${person} deletes ${slug} for good`).toBe('-')
  return changes(slug, person, 'PATCH', { deletedAt: new Date().toISOString() }, ids)
}

const accessOf = async (slug: string, person: Person): Promise<string> => {
  const [own, foreign] = strangers.has(person) ? [others, mine] : [mine, others]
  const there = standing[slug]
  const ids: [string, string] = there
    ? [own[there], foreign[there]]
    : [await make(slug, own), await make(slug, foreign)]
  const created = await passes(person, 'POST', `/${slug}`, dataOf(slug, own))
  const copied = await passes(person, 'POST', `/${slug}/${ids[0]}/duplicate`, {})
  const isCopyable = app.payload.collections[slug as 'bookings'].config.disableDuplicate !== true
  expect(copied.passed, `${person} copies ${slug}`).toBe(isCopyable && created.passed)
  const read = await reads(slug, person, ...ids)
  const updated = await changes(slug, person, 'PATCH', {}, ids)
  const deleted = await deletions(slug, person, [await make(slug, own), await make(slug, foreign)])
  return [created.passed ? '+' : '-', read, updated, deleted].join('/')
}

/** Closed to everybody: changes by filter, versions. */
const closedOf = async (slug: string, person: Person): Promise<string[]> => {
  const id = await make(slug, mine)
  const where = `where[id][equals]=${id}`
  const probes: [string, string, unknown?][] = [
    ['PATCH', `/${slug}?${where}`, {}],
    ['DELETE', `/${slug}?${where}`],
    ['GET', `/${slug}/versions`],
    ['GET', `/${slug}/versions/${id}`],
    ['POST', `/${slug}/versions/${id}`, {}],
  ]
  const open: string[] = []
  for (const [method, path, body] of probes) {
    const { passed } = await passes(person, method, path, body)
    if (passed) open.push(`${method} ${path.replace(id, ':id').replace(where, 'where')}`)
  }
  return open
}

const callers = people

/** Kept under a key of one's own and not under an id; they have their test below. */
const preferences = 'payload-preferences'

const slugs = () =>
  app.payload.config.collections.map(({ slug }) => slug).filter((slug) => slug !== preferences)

describe('every collection', () => {
  test('gives each kind of caller what the matrix allows, and nothing else', async () => {
    const actual: Record<string, Record<string, string>> = {}
    for (const slug of slugs()) {
      const row: Record<string, string> = {}
      await Promise.all(
        matrixCallers.map(async (person) => {
          row[person] = await accessOf(slug, person)
          const twin = twins[person]
          if (!twin) return
          expect(await accessOf(slug, twin), `${twin} of ${slug}`).toBe(row[person])
        }),
      )
      actual[slug] = row
    }

    expect(actual).toEqual(accessMatrix)
  }, 600_000)

  test('is changed one document at a time and keeps no versions', async () => {
    const open: Record<string, string[]> = {}
    for (const slug of slugs()) {
      await Promise.all(
        callers.map(async (person) => {
          const found = await closedOf(slug, person)
          if (found.length > 0) open[`${slug} ${person}`] = found
        }),
      )
    }

    expect(open).toEqual({})
  }, 600_000)

  test('keeps the preferences of staff, each their own', async () => {
    const open: Record<string, string> = {}
    for (const person of callers) {
      const path = `/${preferences}/columns`
      const saved = await passes(person, 'POST', path, { value: { of: person } })
      const read = await passes(person, 'GET', path)
      const value = (read.body as { value?: { of: string } } | null)?.value
      const removed = await passes(person, 'DELETE', path)
      const again = await passes(person, 'DELETE', path)
      expect(again.passed, `${person} removes what is gone`).toBe(false)
      open[person] = [saved.passed, value?.of === person, removed.passed].join(' ')
    }

    const own = { dispatcher: 'true true true', manager: 'true true true', admin: 'true true true' }
    const others = callers.filter((person) => !(person in own))
    expect(open).toEqual({
      ...Object.fromEntries(others.map((person) => [person, 'false false false'])),
      ...own,
    })
  })
})

type Text = { slug: string; path: string }

const isFreeText = ({ type, name }: FlattenedField) =>
  type === 'textarea' || (type === 'text' && /note|reason|comment|message/i.test(name))

const freeTextIn = (fields: FlattenedField[], above = ''): string[] =>
  fields.flatMap((field) => {
    if (field.type === 'group') return freeTextIn(field.flattenedFields, `${above}${field.name}.`)
    return isFreeText(field) ? [`${above}${field.name}`] : []
  })

/** Free text of the collections that somebody outside the office reads. */
const everyFreeText = (): Text[] =>
  app.payload.config.collections.flatMap(({ slug, flattenedFields }) => {
    const { customer, fieldworker } = accessMatrix[slug] ?? {}
    const isOutside = [customer, fieldworker].some((cell) => cell && cell.split('/')[1] !== '-')
    return isOutside ? freeTextIn(flattenedFields).map((path) => ({ slug, path })) : []
  })

const nested = (path: string, value: unknown) =>
  path.split('.').reduceRight<unknown>((within, name) => ({ [name]: within }), value) as Record<
    string,
    unknown
  >

const readersOf = async ({ slug, path }: Text): Promise<string> => {
  const there = standing[slug]
  const id = there ? mine[there] : await make(slug, mine)
  const collection = slug as 'bookings'
  await app.payload.db.updateOne({ collection, id, data: nested(path, 'canary') })
  const readers: string[] = []
  for (const person of ['customer', 'fieldworker', 'dispatcher'] as const) {
    const { body } = await passes(person, 'GET', `/${slug}/${id}?depth=0`)
    if (JSON.stringify(body).includes('canary')) readers.push(person)
  }
  await app.payload.db.updateOne({ collection, id, data: nested(path, 'none') })
  return readers.join(' ')
}

describe('free text', () => {
  test('is read by those whom the matrix names', async () => {
    const actual: Record<string, string> = {}
    for (const text of everyFreeText()) {
      actual[`${text.slug}.${text.path}`] = await readersOf(text)
    }

    expect(actual).toEqual(freeTextReaders)
  })

  test('by which the office answered an offer for a fieldworker is for the office', async () => {
    const id = await make('assignment-offers', mine)
    const data = { onBehalf: true, reason: 'canary' }
    await app.payload.db.updateOne({ collection: 'assignment-offers', id, data })

    for (const trick of ['depth=0', 'select[reason]=true', 'select[onBehalf]=true']) {
      const { passed, body } = await passes(
        'fieldworker',
        'GET',
        `/assignment-offers/${id}?${trick}`,
      )
      expect([passed, JSON.stringify(body).includes('canary')], trick).toEqual([true, false])
    }
  })
})

describe('every page of settings', () => {
  test('is read by staff and changed with the flag', async () => {
    for (const { slug } of app.payload.config.globals) {
      const actual: Record<string, string> = {}
      for (const person of matrixCallers) {
        const read = await passes(person, 'GET', `/globals/${slug}`)
        const updated = await passes(person, 'POST', `/globals/${slug}`, {})
        const versions = await passes(person, 'GET', `/globals/${slug}/versions`)
        expect(versions.passed, `${person} reads versions of ${slug}`).toBe(false)
        actual[person] = `${read.passed ? '+' : '-'}/${updated.passed ? '+' : '-'}`
      }

      expect(actual, slug).toEqual(settingsMatrix)
    }
  })
})
