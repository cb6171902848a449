import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type App, startApp } from '../../support/app.ts'
import { openShop, type Shop } from '../../support/shop.ts'

type Refused = { errors: { message: string; field?: string }[] }

let app: App
let shop: Shop

beforeAll(async () => {
  app = await startApp()
  shop = await openShop(app.payload)
}, 120_000)
afterAll(() => app.stop())

const doorsOfZones = () =>
  [
    ['PATCH', `/fieldworkers/${shop.people[0]}`],
    ['PATCH', `/locations/${shop.location}`],
    ['PATCH', `/areas/${shop.area}`],
    ['PATCH', `/customers/${shop.customer}`],
    ['POST', '/globals/company'],
  ] as const

const change = (method: string, path: string, body: object) =>
  app.request<Refused & { doc?: Stored; result?: Stored } & Stored>(method, path, {
    as: 'admin',
    body,
  })
type Stored = { timezone?: string }

describe('a time zone', () => {
  test('is stored under its canonical name, however it was written', async () => {
    const stored = []
    for (const [method, path] of doorsOfZones()) {
      const { body } = await change(method, path, { timezone: ' australia/nsw ' })
      stored.push((body.doc ?? body.result ?? body).timezone)
    }

    expect(stored).toEqual(doorsOfZones().map(() => 'Australia/Sydney'))
  })

  test.each(['+05:30', 'IST', 'Mars/Base'])('is not %s', async (timezone) => {
    const answers = []
    for (const [method, path] of doorsOfZones()) {
      const { body, status } = await change(method, path, { timezone })
      answers.push([status, body.errors[0]?.field, body.errors[0]?.message])
    }

    const refused = [422, 'timezone', 'Give an IANA time zone such as Australia/Sydney.']
    expect(answers).toEqual(doorsOfZones().map(() => refused))
  })

  test('of a question is read in the same way', async () => {
    const near = (timezone: string) =>
      app.request<Refused & { timezone?: string }>(
        'GET',
        `/app/nearby?${new URLSearchParams({ date: '2027-01-01', lat: '1', lng: '1', timezone })}`,
        { as: 'dispatcher' },
      )

    expect((await near('asia/calcutta')).body.timezone).toBe('Asia/Kolkata')
    const { body, status } = await near('+05:30')
    expect([status, body.errors[0]?.field]).toEqual([422, 'timezone'])
  })
})

describe('an exception of the working hours', () => {
  const onDate = (date: string) =>
    [`/fieldworkers/${shop.people[0]}`, `/locations/${shop.location}`].map((path) =>
      change('PATCH', path, { exceptions: [{ date, closed: true }] }),
    )

  test.each(['2027-02-30', '9999-99-99', '2027-13-01', '26/01/2027', ''])(
    'is not on %s',
    async (date) => {
      const answers = await Promise.all(onDate(date))

      expect(answers.map(({ status }) => status)).toEqual([422, 422])
      expect(answers.map(({ body }) => body.errors[0]?.message)).toEqual(
        Array(2).fill('Give a date between 2000 and 2199 as YYYY-MM-DD.'),
      )
    },
  )

  test('is on a day of the calendar', async () => {
    const answers = await Promise.all(onDate('2028-02-29'))

    expect(answers.map(({ status }) => status)).toEqual([200, 200])
  })
})
