import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type App, startApp } from '../../support/app.ts'
import { type ApiBody, openApi, refusalOf } from '../../support/ask-api.ts'
import { insertBooking, type Owned, ownerOf } from '../../support/records.ts'

let app: App
let api: ReturnType<typeof openApi>
let owned: Owned
const ask: typeof api.ask = (...asked) => api.ask(...asked)

beforeAll(async () => {
  app = await startApp()
  api = openApi(app)
  const owner = await ownerOf(app.payload, 'customer', 'fieldworker')
  owned = await insertBooking(app.payload, owner, {
    number: 'EARLY',
    start: '2030-01-01T00:00:00.000Z',
  })
  await insertBooking(app.payload, owner, { number: 'LATE', start: '2030-02-01T00:00:00.000Z' })
})

afterAll(() => {
  api.stop()
  return app.stop()
})

const numbersOf = ({ docs = [] }: ApiBody) => docs.map(({ number }) => number).sort()

describe('a valid query finds its records', () => {
  const both = ['EARLY', 'LATE']
  test.each([
    ['where[number][equals]=EARLY', ['EARLY']],
    ['where[number][not_equals]=EARLY', ['LATE']],
    ['where[number][in]=EARLY,LATE', both],
    ['where[number][in][0]=LATE', ['LATE']],
    ['where[number][not_in]=EARLY', ['LATE']],
    ['where[number][like]=arl', ['EARLY']],
    ['where[number][contains]=AT', ['LATE']],
    ['where[number][not_like]=arl', ['LATE']],
    ['where[number][exists]=true', both],
    ['where[startsAt][greater_than]=2030-01-15', ['LATE']],
    ['where[startsAt][less_than_equal]=2030-01-01T00:00:00Z', ['EARLY']],
    ['where[startsAt][equals]=2030-01-01T10:00:00%2B10:00', ['EARLY']],
    ['where[startsAt][in]=2030-02-01T00:00:00.000Z', ['LATE']],
    ['where[status][equals]=confirmed&where[number][equals]=LATE', ['LATE']],
    ['where[or][0][number][equals]=LATE&where[or][1][number][equals]=EARLY', both],
    [
      'where[or][0][number][equals]=LATE&where[or][1][number][equals]=EARLY&where[and][0][startsAt][less_than]=2030-01-15',
      ['EARLY'],
    ],
    ['where[number][like]=A&where[number][not_equals]=LATE', ['EARLY']],
    ['where[customer.name][equals]=customer', both],
    ['where[customer.name][equals]=otherCustomer', []],
    ['where[customer][exists]=true', both],
    ['where[owner][equals]=null', both],
    ['where[totals.total][greater_than_equal]=0', both],
    ['where[labels][exists]=false', both],
    ['where[answers][exists]=false', both],
    ['where[lines.quantity][greater_than]=0', both],
    [`where=${encodeURIComponent('{"number":{"equals":"LATE"}}')}`, ['LATE']],
    ['sort=-startsAt&limit=1', ['LATE']],
    ['sort=startsAt,number&limit=1&page=2', ['LATE']],
    ['depth=1&select[number]=true&populate[customers][name]=true', both],
    ['joins[lines][limit]=1&joins[appointments][sort]=-start', both],
    ['joins=false&draft=true&trash=true&locale=en&fallback-locale=null', both],
  ])('%s', async (query, numbers) => {
    const { status, body } = await ask('admin', `/bookings?${query}`)

    expect(status, JSON.stringify(body.errors)).toBe(200)
    expect(numbersOf(body)).toEqual(numbers)
  })

  test('and counts as many for every caller who may read them', async () => {
    for (const as of ['admin', 'customer', 'fieldworker'] as const) {
      const query = `where[id][in]=${owned.booking},${crypto.randomUUID()}`
      const list = await ask(as, `/bookings?${query}`)
      const count = await ask(as, `/bookings/count?${query}`)

      expect(numbersOf(list.body), as).toEqual(['EARLY'])
      expect(count, as).toEqual({ status: 200, body: { totalDocs: 1 } })
    }
  })

  test('by id among many', async () => {
    const { body } = await ask('admin', `/bookings?where[id][in]=${owned.booking}`)
    expect(numbersOf(body)).toEqual(['EARLY'])
  })

  test('sent as a long form instead of GET', async () => {
    const ids = Array.from({ length: 400 }, () => crypto.randomUUID())
    const search = new URLSearchParams(
      [...ids, owned.booking].map((id, at) => [`where[id][in][${at}]`, id]),
    )
    const headers = {
      'content-type': 'application/x-www-form-urlencoded',
      'x-payload-http-method-override': 'GET',
    }
    const { status, body } = await ask('admin', '/bookings', {
      method: 'POST',
      body: search.toString(),
      headers,
    })

    expect(status).toBe(200)
    expect(numbersOf(body)).toEqual(['EARLY'])
  })
})

describe('an invalid query is refused with a reason', () => {
  const date = 'a date such as 2027-03-14 or 2027-03-14T09:30:00Z'
  test.each([
    ['where=word', 'A filter names fields'],
    ['where=5', 'A filter names fields'],
    ['where=😀', 'A filter names fields'],
    ['where[number]=EARLY', 'A filter names fields'],
    ['where[nothing][equals]=x', 'cannot be filtered or sorted by “nothing”'],
    ['where[_id][equals]=x', 'cannot be filtered or sorted by “_id”'],
    ['where[number][near]=1,2', '“number” cannot be filtered by “near”'],
    ['where[number][all]=x', '“number” cannot be filtered by “all”'],
    ['where[startsAt][like]=2030', '“startsAt” cannot be filtered by “like”'],
    ['where[status][contains]=con', '“status” cannot be filtered by “contains”'],
    ['where[customer][like]=x', '“customer” cannot be filtered by “like”'],
    ['where[startsAt][equals]=2030-02-30', `“startsAt” is compared with ${date}`],
    ['where[status][equals]=unknown', '“status” is compared with one of'],
    ['where[totals.total][equals]=much', '“totals.total” is compared with a number'],
    ['where[customer][equals]=x', '“customer” is compared with an id'],
    ['where[number][exists]=perhaps', 'compared with true or false'],
    ['where[totals][equals]=1', 'cannot be filtered or sorted by “totals”'],
    ['where[customer.addresses.line1][exists]=true', 'only by fields of these records'],
    ['where[or]=x', '“or” takes a list of filters'],
    ['where[toString][equals]=x', 'There is no field “toString” here'],
    ['sort=nothing', 'cannot be filtered or sorted by “nothing”'],
    ['sort=labels', 'cannot be filtered or sorted by “labels”'],
    ['limit=501', 'from 0 to 500'],
    ['limit=-1', 'from 0 to 500'],
    ['page=x', 'from 0 to 1000000'],
    ['depth=x', 'from 0 to 99'],
    ['status=confirmed', 'Unknown parameter “status”'],
    ['select[nothing]=true', 'There is no field “nothing” here'],
    ['populate[nothing][name]=true', 'There is no collection “nothing”'],
    ['joins[nothing][limit]=1', 'There is no list “nothing” here'],
    ['joins[lines][limit]=501', 'from 0 to 500'],
    ['joins[lines][where][booking][near]=1', '“booking” cannot be filtered by “near”'],
    ['pagination=perhaps', '“pagination” is true or false'],
  ])('%s', async (query, words) => {
    const answer = await ask('admin', `/bookings?${query}`)

    expect(refusalOf(answer)).toContain('422 invalid-input: ')
    expect(refusalOf(answer)).toContain(words)
  })

  test.each(['areas.postcodes', 'services.questions.options'])(
    'by %s, a list of texts of another record',
    async (path) => {
      const answer = await ask('admin', `/fieldworkers?where[${path}][not_in]=2000`)

      expect(refusalOf(answer)).toContain(`cannot be filtered or sorted by “${path}”`)
    },
  )

  test('for one record, for settings and for a count', async () => {
    for (const path of [
      `/bookings/${owned.booking}?data=word`,
      `/bookings/${owned.booking}?data={"number":"FAKE"}`,
      '/globals/company?data=word',
      '/globals/company?select[nothing]=true',
      '/bookings/count?where=word',
    ]) {
      expect(refusalOf(await ask('admin', path)), path).toContain('422 invalid-input: ')
    }
  })

  test('with the same message for a hidden field and a missing one', async () => {
    const hidden = await ask('customer', '/bookings?where[notes.internal][like]=a')
    const missing = await ask('customer', '/bookings?where[notes.nothing][like]=a')

    expect(refusalOf(hidden)).toBe(refusalOf(missing).replace('nothing', 'internal'))
  })

  test('but reveals nothing about fields to callers who may read no record', async () => {
    const known = await ask('anonymous', '/bookings?where[number][near]=1')
    const unknown = await ask('anonymous', '/bookings?where[nothing][near]=1')

    expect(known.status).toBe(403)
    expect(unknown).toEqual(known)
  })

  test('when it names another method than it was sent with', async () => {
    const body = JSON.stringify({ where: { number: { equals: 'LATE' } } })
    for (const headers of [
      { 'content-type': 'application/json', 'x-http-method-override': 'GET' },
      { 'content-type': 'application/json', 'x-http-method-override': 'DELETE' },
    ]) {
      const answer = await ask('admin', '/bookings', { method: 'POST', body, headers })
      expect(refusalOf(answer)).toContain('400 invalid-input: Only a form')
    }
  })
})
