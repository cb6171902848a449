import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ExplainAnswer } from '../../../src/contracts/scheduling/explain.ts'
import { explainAnswerSchema } from '../../../src/contracts/scheduling/explain.ts'
import type { Person } from '../../support/people.ts'
import { insert } from '../../support/records.ts'
import {
  type Asked,
  asSeed,
  openSlotHarness,
  queryOf,
  type Refused,
  type SlotHarness,
} from '../../support/slot-harness.ts'

let harness: SlotHarness

beforeAll(async () => {
  harness = await openSlotHarness()
})
afterAll(() => harness?.stop())

const explain = async (asked: Asked, as: Person = 'dispatcher') => {
  const query = queryOf({ postcode: '2000', ...asked })
  const path = `/app/slots/explain?${query}`
  const answer = await harness.app.request<ExplainAnswer & Refused>('GET', path, { as })
  if (answer.status === 200) explainAnswerSchema.parse(answer.body)
  return answer
}
const causesOf = ({ people }: ExplainAnswer, person: string) =>
  people.find(({ id }) => id === person)?.causes ?? []
const kindsOf = ({ suggestions }: ExplainAnswer) => suggestions.map(({ kind }) => kind)

/** Ten and nine o'clock in Sydney on the Wednesday. */
const ten = '2026-09-23T00:00:00.000Z'
const nine = '2026-09-22T23:00:00.000Z'

const occupy = (person: string, more: object = {}) =>
  insert(harness.app.payload, 'occupancies', {
    fieldworker: person,
    startsAt: ten,
    endsAt: '2026-09-23T01:00:00Z',
    kind: 'visit',
    exclusive: true,
    ...more,
  })

describe('why a time is not offered', () => {
  test('is nothing for a time that is', async () => {
    const { slug, person } = await harness.open()
    const { body } = await explain({ service: slug, start: ten })
    expect(body).toMatchObject({ possible: true, available: 1, causes: [], suggestions: [] })
    expect(body.people.find(({ id }) => id === person)).toMatchObject({ possible: true })
  })

  test('is explained person by person, most general cause first', async () => {
    const skill = await insert(harness.app.payload, 'skills', { name: 'Gas' })
    const { slug, person } = await harness.open({ service: { skills: [skill] } })
    await occupy(person)
    const { body } = await explain({ service: slug, start: ten })

    const causes = causesOf(body, person)

    expect(causes.map(({ code }) => code)).toEqual(['skill', 'occupied'])
    expect(causes[0]).toMatchObject({ skills: [{ id: skill, name: 'Gas' }] })
    expect(causes[0]?.message).toContain('Gas')
    expect(causes[1]).toMatchObject({ occupied: { kind: 'visit', start: ten } })
    const others = body.people.filter(({ id }) => id !== person)
    expect(others.length).toBeGreaterThan(0)
    expect(others.every((other) => other.causes[0]?.code === 'service')).toBe(true)
  })

  test.each([
    ['outside-hours', { start: '2026-09-23T05:00:00Z' }, {}, {}],
    ['blocked', { start: ten }, {}, { blocked: true }],
    ['inactive', { start: ten }, {}, { active: false }],
  ])('names %s', async (code, asked, service, person) => {
    const made = await harness.open({ service, person })
    const { body } = await explain({ service: made.slug, ...asked })
    expect(body.possible).toBe(false)
    expect(causesOf(body, made.person).map((cause) => cause.code)).toContain(code)
  })

  test.each([
    ['notice', { noticeMinutes: 14_400 }, ten],
    ['horizon', { horizonDays: 1 }, ten],
    ['off-grid', {}, '2026-09-23T00:10:00Z'],
    ['notice', {}, '2026-09-01T00:00:00Z'],
  ])('says %s once, for everyone', async (code, service, start) => {
    const { slug } = await harness.open({ service })
    const { body } = await explain({ service: slug, start })
    expect(body.causes.map((cause) => cause.code)).toContain(code)
    expect(body.causes.every(({ message }) => message.endsWith('.'))).toBe(true)
  })

  test('distinguishes the buffer from the visit itself', async () => {
    const { slug, person } = await harness.open({ service: { bufferAfterMinutes: 30 } })
    await occupy(person)
    const { body } = await explain({ service: slug, start: nine })
    expect(causesOf(body, person)).toMatchObject([{ code: 'buffer', neededMinutes: 30 }])
  })
})

describe('the smallest change', () => {
  test('is a time that the search offers, the nearest first', async () => {
    const { slug, person } = await harness.open()
    await occupy(person)
    const { body } = await explain({ service: slug, start: ten }, 'anonymous')
    const times = body.suggestions.filter(({ kind }) => kind === 'time')
    expect(times[0]?.start).toBe(nine)

    const offered = await harness.ask({ service: slug, from: '2026-09-22', to: '2026-10-05' })

    const starts = offered.body.slots.map(({ start }) => start)
    for (const { start } of times) expect(starts).toContain(start)
  })

  test('may be another person, where one was asked for', async () => {
    const { slug, service, person } = await harness.open()
    await occupy(person)
    await harness.hire('Free', service)
    const { body } = await explain({ service: slug, start: ten, fieldworker: person })
    expect(body.possible).toBe(false)
    expect(body.suggestions.find(({ kind }) => kind === 'person')?.fieldworker?.name).toBe('Free')
  })

  test('works: a skill that is added makes the time free', async () => {
    const skill = await insert(harness.app.payload, 'skills', { name: 'Heights' })
    const { slug, person } = await harness.open({ service: { skills: [skill] } })
    const { body } = await explain({ service: slug, start: ten })
    const advice = body.suggestions.find(({ kind }) => kind === 'skill')
    expect(advice).toMatchObject({ fieldworker: { id: person }, skills: [{ id: skill }] })

    const skills = advice?.skills?.map(({ id }) => id) ?? []
    const { payload } = harness.app
    await payload.update({ collection: 'fieldworkers', id: person, data: { skills }, ...asSeed })

    expect((await explain({ service: slug, start: ten })).body.possible).toBe(true)
  })

  test('works: a notice that is lowered makes the time free', async () => {
    const { slug, service } = await harness.open({ service: { noticeMinutes: 14_400 } })
    const { body } = await explain({ service: slug, start: ten })
    const noticeMinutes = body.suggestions.find(({ kind }) => kind === 'notice')?.value
    expect(noticeMinutes).toBe(2880)

    const { payload } = harness.app
    const data = { noticeMinutes: noticeMinutes ?? 0 }
    await payload.update({ collection: 'services', id: service, data, ...asSeed })

    expect((await explain({ service: slug, start: ten })).body.possible).toBe(true)
  })

  test('is not one of two that are both needed', async () => {
    const skill = await insert(harness.app.payload, 'skills', { name: 'Two' })
    const { slug } = await harness.open({ service: { skills: [skill] }, person: { blocked: true } })
    const { body } = await explain({ service: slug, start: ten })
    expect(kindsOf(body)).not.toContain('skill')
    expect(kindsOf(body)).not.toContain('unblock')
  })
})

describe('someone outside the office', () => {
  test.each(['anonymous', 'customer', 'fieldworker'] as const)(
    'as %s learns no names, skills, hours or visits',
    async (who) => {
      const { slug, person } = await harness.open()
      await occupy(person)
      const { body } = await explain({ service: slug, start: ten }, who)
      expect(body.possible).toBe(false)
      expect(body.people).toEqual([])
      expect(body.causes).toEqual([{ code: 'occupied', message: expect.any(String) }])
      expect(new Set(kindsOf(body))).toEqual(new Set(['time']))
      expect(JSON.stringify(body)).not.toContain('Person')
    },
  )

  test('cannot ask about one person, or as if a visit were not there', async () => {
    const { slug, person } = await harness.open()
    const asked = { service: slug, start: ten }
    expect((await explain({ ...asked, fieldworker: person }, 'anonymous')).status).toBe(403)
    expect((await explain({ ...asked, except: person }, 'customer')).status).toBe(403)
  })

  test('gets no explanation of services they can’t book', async () => {
    const { slug } = await harness.open({ service: { bookable: false } })
    expect((await explain({ service: slug, start: ten }, 'anonymous')).status).toBe(404)
    expect((await explain({ service: slug, start: ten })).status).toBe(200)
  })
})

test('a question that cannot be answered is refused with its field', async () => {
  const { slug } = await harness.open()
  expect((await explain({ service: slug, start: 'noon' })).body.errors?.[0]?.field).toBe('start')
  const nowhere = await explain({ service: slug, start: ten, postcode: '9999' })
  expect(nowhere.body.errors?.[0]).toMatchObject({ code: 'invalid-input', field: 'postcode' })
})
