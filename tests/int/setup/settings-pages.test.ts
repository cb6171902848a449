import type { FlattenedField } from 'payload'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { settingsSpecs } from '../../../src/admin/settings/settings-specs.ts'
import { type App, startApp } from '../../support/app.ts'
import { openApi } from '../../support/ask-api.ts'

let app: App
let api: ReturnType<typeof openApi>

beforeAll(async () => {
  app = await startApp()
  api = openApi(app)
})

afterAll(() => {
  api.stop()
  return app.stop()
})

const json = (body: object) => ({
  body: JSON.stringify(body),
  headers: { 'content-type': 'application/json' },
})

const framework = new Set(['id', 'updatedAt', 'createdAt', 'globalType'])

const pathsIn = (fields: FlattenedField[], prefix = ''): string[] =>
  fields.flatMap((field) => {
    if (field.type === 'group') return pathsIn(field.flattenedFields, `${prefix}${field.name}.`)
    return framework.has(field.name) ? [] : [`${prefix}${field.name}`]
  })

test('every setting stands on its page, once', () => {
  for (const { slug, flattenedFields } of app.payload.config.globals) {
    if (!(slug in settingsSpecs)) continue
    const { cards } = settingsSpecs[slug as keyof typeof settingsSpecs]
    const shown = cards.flatMap(({ fields }) => fields.map(({ path }) => path))

    expect(shown.toSorted(), slug).toEqual(pathsIn(flattenedFields).toSorted())
  }
})

test.each([
  ['company', { timezone: 'Sydney time' }, 'timezone'],
  ['company', { address: { country: 'Atlantis' } }, 'address.country'],
  ['booking-settings', { travel: { speedKmh: 900 } }, 'travel.speedKmh'],
  ['portal-settings', { widgetOrigins: ['shop'] }, 'widgetOrigins'],
  ['financial-settings', { taxPercent: 'ten' }, 'taxPercent'],
])('a refusal of %s with %j names the setting', async (slug, body, field) => {
  const { status, body: answer } = await api.ask('admin', `/globals/${slug}`, {
    method: 'POST',
    ...json(body),
  })

  expect(status).toBe(422)
  expect(answer.errors?.[0]?.field).toBe(field)
})

test('the website knows the logo and the word for a fieldworker', async () => {
  await api.ask('admin', '/globals/company', {
    method: 'POST',
    ...json({ fieldworkerLabel: 'Electrician' }),
  })
  const { body } = await api.ask('customer', '/app/company')

  expect(body).toMatchObject({ fieldworkerLabel: 'electrician', logo: null })
})

test.each([{}, { body: 'no settings' }, { body: '' }])(
  'a request without settings changes none: %j',
  async (body) => {
    const before = await api.ask('admin', '/globals/company')
    const { status } = await api.ask('admin', '/globals/company', { method: 'POST', ...body })
    const after = await api.ask('admin', '/globals/company')
    const { updatedAt: _, ...settings } = before.body as Record<string, unknown>

    expect(status).toBe(200)
    expect(after.body).toMatchObject(settings)
  },
)
