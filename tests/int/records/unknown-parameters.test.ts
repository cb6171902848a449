import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { type App, startApp } from '../../support/app.ts'
import type { Person } from '../../support/people.ts'

let app: App

beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.stop())

const day = 'from=2031-05-05&to=2031-05-05'
const start = 'start=2031-05-05T09:00:00Z'

describe('a question with a parameter that it does not know', () => {
  test.each([
    `/app/slots?service=x&${day}`,
    `/app/slots/explain?service=x&${start}`,
    `/app/slots/people?service=x&${start}`,
    `/app/finder?service=x&${day}`,
    `/app/nearby?date=2031-05-05`,
    `/app/board?${day}`,
    '/app/conflicts?',
    '/app/outbox?',
  ])('is refused in words at %s', async (path) => {
    const { status, body } = await app.request('GET', `${path}&fieldwroker=1`, { as: 'admin' })

    expect(status).toBe(422)
    expect((body as { errors: unknown[] }).errors).toContainEqual({
      code: 'invalid-input',
      field: 'fieldwroker',
      message: expect.stringContaining('Nothing here is called “fieldwroker”.'),
    })
  })
})

/** A record that there is not: the body is read before it is looked for. */
const none = '00000000-0000-4000-8000-000000000000'

type Contract = { method: string; path: string; body: z.ZodType }

/** Every contract of a body, as the endpoints state them. */
const contracts = (): Contract[] => {
  const { config } = app.payload
  const endpoints = [config.endpoints, ...config.collections.map((one) => one.endpoints || [])]
  return endpoints.flat().flatMap(({ method, path, custom }) => {
    const body = custom?.['body'] as z.ZodType | undefined
    return body ? [{ method, path, body }] : []
  })
}

/** Endpoints of ours that take something in and state no contract of its fields. */
const loose = () => {
  const { config } = app.payload
  const endpoints = [config.endpoints, ...config.collections.map((one) => one.endpoints || [])]
  return endpoints
    .flat()
    .filter(({ method, custom }) => method !== 'get' && custom?.['scopes'] && !custom['body'])
    .map(({ method, path }) => `${method} ${path}`)
}

describe('a body with a field that its contract does not know', () => {
  test('is refused by every contract, which names the field', () => {
    const known = contracts()
    expect(known.length).toBeGreaterThan(40)
    for (const { method, path, body } of known) {
      const issues = body.safeParse({ fieldwroker: 1 }).error?.issues ?? []
      const keys = issues.flatMap((issue) => ('keys' in issue ? issue.keys : []))
      expect(keys, `${method} ${path}`).toContain('fieldwroker')
    }
  })

  test('finds a contract at every endpoint that takes one', () => {
    expect([...new Set(loose())].toSorted()).toEqual([
      'delete /app/holds/:id',
      'delete /app/routes/proposals/:id',
      'delete /app/session',
      // Both read the form of the panel as well as JSON.
      'post /forgot-password',
      'post /login',
      // A provider decides what it reports.
      'post /webhooks/:provider',
    ])
  })

  test.each([
    [`/bookings/${none}/confirm`, { resaon: 'x' }, 'resaon', 'Did you mean “reason”?'],
    [`/bookings/${none}/cancel`, { reason: 'x', coment: 'y' }, 'coment', 'Did you mean “comment”?'],
    [`/appointments/${none}/assign`, { fieldworker: null, hold: 'x' }, 'hold', 'Leave it out'],
    [`/app/outbox/${none}/retry`, { force: true }, 'force', 'Leave it out'],
  ])('is refused at %s and names the nearest one', async (path, sent, field, advice) => {
    const { status, body } = await app.request('POST', path, { as: 'admin', body: sent })

    expect(status).toBe(422)
    const [refusal] = (body as { errors: { code: string; field: string; message: string }[] })
      .errors
    expect(refusal).toMatchObject({ code: 'invalid-input', field })
    expect(refusal?.message).toContain(advice)
  })
})

describe('a record with a field that its collection does not have', () => {
  const label = { name: 'Urgent', colour: '#112233' }
  const send = (method: 'PATCH' | 'POST', path: string, body: object, as: Person = 'admin') =>
    app.request<{ doc?: { id: string }; errors?: object[] }>(method, path, { as, body })

  test('is refused when it is made and when it is changed', async () => {
    const made = await send('POST', '/labels', { ...label, color: '#112233' })
    const right = await send('POST', '/labels', label)
    const changed = await send('PATCH', `/labels/${right.body.doc?.id}`, { nmae: 'Late' })
    const settings = await send('POST', '/globals/company', { nmae: 'Late' })

    expect([made.status, right.status, changed.status, settings.status]).toEqual([
      422, 201, 422, 422,
    ])
    const words = 'Nothing here is called “color”. Did you mean “colour”?'
    expect(made.body.errors).toEqual([{ code: 'invalid-input', field: 'color', message: words }])
    expect(changed.body.errors).toEqual(settings.body.errors)
  })

  test('may be sent back whole, as it was read', async () => {
    for (const slug of ['labels', 'skills', 'customers', 'users', 'services', 'bookings']) {
      const list = await app.request<{ docs: { id: string }[] }>(
        'GET',
        `/${slug}?depth=0&limit=1`,
        {
          as: 'admin',
        },
      )
      const [doc] = list.body.docs
      if (!doc) continue
      const { status, body } = await send('PATCH', `/${slug}/${doc.id}`, doc)
      expect(JSON.stringify(body), slug).not.toContain('Nothing here is called')
      expect(status, slug).toBeLessThan(500)
    }
  })

  test('does not reveal its fields to callers without write access', async () => {
    const { status, body } = await send('POST', '/labels', { nmae: 'x' }, 'customer')

    expect(status).toBe(403)
    expect(JSON.stringify(body)).not.toContain('name')
  })

  test('is refused in a command that is sent with a plain save', async () => {
    const { status, body } = await send('PATCH', `/bookings/${none}`, {
      command: { name: 'cancel', resaon: 'x' },
    })

    expect([status, body.errors]).toEqual([
      422,
      [expect.objectContaining({ code: 'invalid-input', field: 'resaon' })],
    ])
  })
})
