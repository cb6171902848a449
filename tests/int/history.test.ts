import { randomUUID } from 'node:crypto'
import type { FlattenedField } from 'payload'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createLocalReq } from 'payload'
import { mintLink } from '../../src/operations/messages/mint-link.ts'
import { type App, startApp } from '../support/app.ts'
import { insert, insertBooking, type Owned, ownerOf } from '../support/records.ts'
import { runSql } from '../support/run-sql.ts'
import { signIn } from '../support/sign-in.ts'
import { recordOf } from './access-records.ts'

type Row = {
  command: string
  subject_type: string
  subject_id: string
  actor_name: string
  channel: string
  changes: Record<string, [unknown, unknown]>
}

/** Written by the product's own statements alone, or marked by their reader, and without a history. */
const machine = [
  ...['audit-events', 'calendar-events', 'counters', 'deliveries', 'idempotency-keys', 'links'],
  ...['notifications', 'occupancies', 'outbox-messages'],
]
/** Made by commands of a booking, and changed by a plain save. */
const ofBookings = { appointments: 'appointment', 'booking-lines': 'line', bookings: 'booking' }
/** Made and changed by commands alone. */
const byCommand = ['assignment-offers', 'series']

let app: App
let owned: Owned

beforeAll(async () => {
  app = await startApp()
  owned = await insertBooking(app.payload, await ownerOf(app.payload, 'customer', 'fieldworker'), {
    number: 'HISTORY-1',
    start: '2030-01-01T00:00:00.000Z',
  })
})
afterAll(() => app?.stop())

const rows = () =>
  runSql<Row & { id: string }>(app.url, 'select * from audit_events order by at, id')

/** What an act leaves in the history. */
const leftBy = async (act: () => Promise<unknown>): Promise<Row[]> => {
  const before = new Set((await rows()).map(({ id }) => id))
  await act()
  return (await rows()).filter(({ id }) => !before.has(id))
}

const asAdmin = async (method: string, path: string, body?: unknown) => {
  const answer = await app.request<{ id?: string; doc?: { id: string } }>(method, path, {
    as: 'admin',
    ...(body !== undefined && { body }),
  })
  if (answer.status >= 300) throw new Error(`${method} ${path}: ${JSON.stringify(answer.body)}`)
  return answer.body
}

const picture = () =>
  sharp({ create: { width: 8, height: 8, channels: 3, background: '#336699' } })
    .png()
    .toBuffer()

const make = async (slug: string): Promise<string> => {
  const data = recordOf[slug]?.(owned, randomUUID()) ?? {}
  const isAccount = slug === 'users' || slug === 'customers'
  if (isAccount) Object.assign(data, { password: 'a password of some length' })
  let body: unknown = data
  if (slug === 'media') {
    const form = new FormData()
    form.set('_payload', JSON.stringify({ kind: 'attachment', booking: owned.booking }))
    form.set('file', new Blob([new Uint8Array(await picture())], { type: 'image/png' }), 'a.png')
    body = form
  }
  return (await asAdmin('POST', `/${slug}`, body)).doc?.id ?? ''
}

const isWords = (field: FlattenedField) =>
  (field.type === 'text' || field.type === 'textarea') &&
  !('hasMany' in field && field.hasMany) &&
  field.admin?.readOnly !== true &&
  !/^(slug|number|prefix|filename|key|url|unit|timezone|phone|country|postcode)$|^(mime|thumbnail)/.test(
    field.name,
  ) &&
  !('virtual' in field && field.virtual)

const collections = () =>
  app.payload.config.collections
    .map(({ slug }) => slug)
    .filter((slug) => !slug.startsWith('payload-') && ![...machine, ...byCommand].includes(slug))

type Act = (name: string, work: () => Promise<unknown>) => Promise<Row[]>

/** Deletes a record, and restores it where that can be; returns what that must leave. */
const endOf = async (slug: string, id: string, act: Act): Promise<string[]> => {
  const path = `/${slug}/${id}`
  if (app.payload.collections[slug as 'customers'].config.trash) {
    await act('delete', () => asAdmin('PATCH', path, { deletedAt: new Date().toISOString() }))
    await act('restore', () => asAdmin('PATCH', `${path}?trash=true`, { deletedAt: null }))
    return [`delete: ${slug} trash`, `restore: ${slug} restore`]
  }
  let status = 0
  await act('delete', async () => {
    status = (await app.request('DELETE', path, { as: 'admin' })).status
  })
  // Nobody deletes some kinds of records; that leaves nothing.
  return status === 403 ? [] : [`delete: ${slug} delete`]
}

describe('every collection', () => {
  test('leaves one entry for what is made, changed, deleted and restored', async () => {
    const left: Record<string, string[]> = {}
    const expected: Record<string, string[]> = {}
    for (const slug of collections()) {
      const { config } = app.payload.collections[slug as 'customers']
      const kept = ofBookings[slug as keyof typeof ofBookings]
      const words: string[] = []
      const act: Act = async (name, work) => {
        const entries = await leftBy(work)
        words.push(
          ...entries.map(({ command, subject_type }) => `${name}: ${subject_type} ${command}`),
        )
        return entries
      }
      let id = kept ? owned[kept as 'booking'] : ''
      if (!kept) await act('make', async () => (id = await make(slug)))
      const field = config.flattenedFields.find(isWords)
      const path = `/${slug}/${id}`
      const isFixed = slug === 'comments'
      // Rows that no rule has seen get what the rules derive with their first save.
      if (kept && field) await asAdmin('PATCH', path, { [field.name]: 'first' })
      if (!isFixed && field) {
        const [entry] = await act('change', () => asAdmin('PATCH', path, { [field.name]: 'other' }))
        expect(entry?.changes[field.name]?.[1], `${slug}.${field.name}`).toBe('other')
        expect(Object.keys(entry?.changes ?? {}), slug).toEqual([field.name])
        await act('save', () => asAdmin('PATCH', path, { [field.name]: 'other' }))
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
    const id = await make('labels')

    const [entry] = await leftBy(() => asAdmin('DELETE', `/labels/${id}`))

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
    for (const { slug, flattenedFields } of app.payload.config.globals) {
      const field =
        flattenedFields.find(({ type }) => type === 'checkbox' || type === 'number') ??
        flattenedFields.find(({ type }) => type === 'text')
      if (!field) throw new Error(`${slug} has nothing to change.`)
      const stored = (await asAdmin('GET', `/globals/${slug}`)) as Record<string, unknown>
      const [was, is] = [stored[field.name], otherValue(field, stored[field.name])]
      const save = () => asAdmin('POST', `/globals/${slug}`, { [field.name]: is })

      const [entry, ...more] = await leftBy(save)

      expect(entry, slug).toMatchObject({
        ...{ command: 'update', subject_type: slug, actor_name: 'admin' },
        changes: { [field.name]: [was, is] },
      })
      expect(Object.keys(entry?.changes ?? {}), slug).toEqual([field.name])
      expect(more, slug).toEqual([])
      expect(await leftBy(save), slug).toEqual([])
    }
  })
})

describe('the history of an account', () => {
  const made = async () => make('users')

  test('says that a password was set by somebody else, and nothing of it', async () => {
    const id = await made()
    const admin = await app.payload.find({
      collection: 'users',
      where: { name: { equals: 'admin' } },
      overrideAccess: true,
    })
    const user = { ...admin.docs[0], collection: 'users' } as never
    const data = { password: 'entirely new words', phone: '+61293744000' }
    const of = { collection: 'users', id, user, overrideAccess: true } as const

    const entries = await leftBy(() => app.payload.update({ ...of, data }))

    expect(entries).toHaveLength(1)
    expect(entries[0]).toMatchObject({
      actor_name: 'admin',
      changes: { password: [null, 'changed'], phone: [null, '+61293744000'] },
    })
    expect(JSON.stringify(entries[0]?.changes)).not.toMatch(/entirely new words|"(hash|salt)"/)
  })

  test('says who mailed an invitation or a link to a new password, once each', async () => {
    const id = await made()

    const invited = await leftBy(() => asAdmin('POST', `/users/${id}/invite`))
    const linked = await leftBy(() => asAdmin('POST', `/users/${id}/password-link`))

    expect(invited).toMatchObject([{ command: 'invite', subject_id: id, actor_name: 'admin' }])
    expect(linked).toMatchObject([
      { command: 'mail-password-link', subject_id: id, actor_name: 'admin', changes: {} },
    ])
  })

  test('says that a mailed link set a password', async () => {
    const id = await made()
    const req = await createLocalReq({}, app.payload)
    const expiresAt = Date.parse('2100-01-01')
    const link = await mintLink(req, {
      ...{ purpose: 'reset', subjectType: 'users', subjectId: id, expiresAt },
    })
    const token = link.split('/').at(-1)
    const body = { token, password: 'words that I chose myself' }

    const entries = await leftBy(() => app.request('POST', '/app/session/reset', { body }))

    expect(entries).toMatchObject([
      { command: 'reset-password', subject_id: id, changes: { password: [null, 'changed'] } },
    ])
  })
})

describe('who made something', () => {
  const forged = { kind: 'staff', account: 'nobody', name: 'Somebody else' }

  test('is kept with a comment, whatever its sender says', async () => {
    const body = {
      booking: owned.booking,
      body: 'Ring twice',
      visibility: 'office',
      author: forged,
    }

    const { body: answer } = await app.request<{ doc: { author: object } }>('POST', '/comments', {
      ...{ as: 'dispatcher', body },
    })

    expect(answer.doc.author).toMatchObject({ kind: 'staff', name: 'dispatcher' })
  })

  test('is kept with a picture, and stays when somebody else changes it', async () => {
    const id = await make('media')

    await app.request('PATCH', `/media/${id}`, {
      ...{ as: 'dispatcher', body: { alt: 'A meter', uploadedBy: forged } },
    })

    const { uploadedBy } = (await asAdmin('GET', `/media/${id}`)) as { uploadedBy?: object }
    expect(uploadedBy).toMatchObject({ kind: 'staff', name: 'admin' })
  })
})

describe('the door that the history names', () => {
  const channelsOf = async (
    headers: Record<string, string>,
    method: string,
    path: string,
    body: object,
  ) => {
    const entries = await leftBy(async () => {
      const answer = await app.request(method, path, { body, headers })
      expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300)
    })
    return entries.map(({ channel }) => channel)
  }
  const tokenOf = async (person: 'admin' | 'customer') =>
    (await signIn(app.payload, person))[0]?.[1] ?? ''

  test('is the panel for its cookie, and the API for a session in a header', async () => {
    const authorization = await tokenOf('admin')
    const cookie = `payload-token=${authorization.replace('JWT ', '')}`
    const skill = await insert(app.payload, 'skills', { name: 'Gas' })
    const change = (name: string) => ['PATCH', `/skills/${skill}`, { name }] as const

    expect(await channelsOf({ cookie }, ...change('One'))).toEqual(['admin'])
    expect(await channelsOf({ authorization }, ...change('Two'))).toEqual(['rest'])
  })

  test('is not what the Referer claims', async () => {
    const authorization = await tokenOf('customer')
    const referer = `${app.payload.config.serverURL}/admin/collections/bookings`
    const path = `/customers/${owned.customer}`

    expect(
      await channelsOf({ authorization, referer }, 'PATCH', path, { company: 'Mine' }),
    ).toEqual(['portal'])
  })
})
