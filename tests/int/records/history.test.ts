import type { FlattenedField } from 'payload'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  type Entry,
  type HistoryHarness,
  openHistoryHarness,
} from '../../support/history-harness.ts'

/** Written by the product's own statements alone, or marked by their reader, and without a history. */
const machine = [
  ...['audit-events', 'calendar-events', 'counters', 'deliveries', 'idempotency-keys', 'links'],
  ...['notifications', 'occupancies', 'outbox-messages', 'webhook-events'],
]
/** Made by commands of a booking, and changed by a plain save. */
const ofBookings = { appointments: 'appointment', 'booking-lines': 'line', bookings: 'booking' }
/** Made and changed by commands alone. */
const byCommand = ['assignment-offers', 'series']

let harness: HistoryHarness

beforeAll(async () => {
  harness = await openHistoryHarness()
})
afterAll(() => harness?.stop())

const isWords = (field: FlattenedField) =>
  (field.type === 'text' || field.type === 'textarea') &&
  !('hasMany' in field && field.hasMany) &&
  field.admin?.readOnly !== true &&
  !/^(slug|number|prefix|filename|key|url|unit|timezone|phone|country|postcode)$|^(mime|thumbnail)/.test(
    field.name,
  ) &&
  !('virtual' in field && field.virtual)

const collections = () =>
  harness.app.payload.config.collections
    .map(({ slug }) => slug)
    .filter((slug) => !slug.startsWith('payload-') && ![...machine, ...byCommand].includes(slug))

type Act = (name: string, work: () => Promise<unknown>) => Promise<Entry[]>

/** Deletes a record, and restores it where that can be; returns what that must leave. */
const endOf = async (slug: string, id: string, act: Act): Promise<string[]> => {
  const path = `/${slug}/${id}`
  if (harness.app.payload.collections[slug as 'customers'].config.trash) {
    await act('delete', () =>
      harness.asAdmin('PATCH', path, { deletedAt: new Date().toISOString() }),
    )
    await act('restore', () => harness.asAdmin('PATCH', `${path}?trash=true`, { deletedAt: null }))
    return [`delete: ${slug} trash`, `restore: ${slug} restore`]
  }
  let status = 0
  await act('delete', async () => {
    status = (await harness.app.request('DELETE', path, { as: 'admin' })).status
  })
  // Nobody deletes some kinds of records; that leaves nothing.
  return status === 403 ? [] : [`delete: ${slug} delete`]
}

describe('every collection', () => {
  test('leaves one entry for what is made, changed, deleted and restored', async () => {
    const left: Record<string, string[]> = {}
    const expected: Record<string, string[]> = {}
    for (const slug of collections()) {
      const { config } = harness.app.payload.collections[slug as 'customers']
      const kept = ofBookings[slug as keyof typeof ofBookings]
      const words: string[] = []
      const act: Act = async (name, work) => {
        const entries = await harness.leftBy(work)
        words.push(
          ...entries.map(({ command, subject_type }) => `${name}: ${subject_type} ${command}`),
        )
        return entries
      }
      let id = kept ? harness.owned[kept as 'booking'] : ''
      if (!kept) await act('make', async () => (id = await harness.make(slug)))
      const field = config.flattenedFields.find(isWords)
      const path = `/${slug}/${id}`
      const isFixed = slug === 'comments'
      // Rows that no rule has seen get what the rules derive with their first save.
      if (kept && field) await harness.asAdmin('PATCH', path, { [field.name]: 'first' })
      if (!isFixed && field) {
        const [entry] = await act('change', () =>
          harness.asAdmin('PATCH', path, { [field.name]: 'other' }),
        )
        expect(entry?.changes[field.name]?.[1], `${slug}.${field.name}`).toBe('other')
        expect(Object.keys(entry?.changes ?? {}), slug).toEqual([field.name])
        await act('save', () => harness.asAdmin('PATCH', path, { [field.name]: 'other' }))
      }
      const ends = kept ? [] : await endOf(slug, id, act)
      left[slug] = words
      expected[slug] = [
        ...(kept ? [] : [`make: ${slug} create`]),
        ...(isFixed || !field ? [] : [`change: ${slug} update`]),
        ...ends,
      ]
    }

    expect(left).toEqual(expected)
  }, 120_000)

  test('keeps in the entry of a deletion what was deleted', async () => {
    const id = await harness.make('labels')

    const [entry] = await harness.leftBy(() => harness.asAdmin('DELETE', `/labels/${id}`))

    expect(entry?.changes).toMatchObject({
      name: [expect.any(String), null],
      colour: ['#112233', null],
    })
  })
})

describe('every page of settings', () => {
  const otherValue = (field: FlattenedField, value: unknown): unknown => {
    if (field.type === 'checkbox') return value !== true
    return field.type === 'number' ? Number(value ?? 0) + 1 : 'Other'
  }

  test('leaves one entry with both values for a save that changes something', async () => {
    for (const { slug, flattenedFields } of harness.app.payload.config.globals) {
      const field =
        flattenedFields.find(({ type }) => type === 'checkbox' || type === 'number') ??
        flattenedFields.find(({ type }) => type === 'text')
      if (!field) throw new Error(`${slug} has nothing to change.`)
      const stored = (await harness.asAdmin('GET', `/globals/${slug}`)) as Record<string, unknown>
      const [was, is] = [stored[field.name], otherValue(field, stored[field.name])]
      const save = () => harness.asAdmin('POST', `/globals/${slug}`, { [field.name]: is })

      const [entry, ...more] = await harness.leftBy(save)

      expect(entry, slug).toMatchObject({
        ...{ command: 'update', subject_type: slug, actor_name: 'admin' },
        changes: { [field.name]: [was, is] },
      })
      expect(Object.keys(entry?.changes ?? {}), slug).toEqual([field.name])
      expect(more, slug).toEqual([])
      expect(await harness.leftBy(save), slug).toEqual([])
    }
  })
})
