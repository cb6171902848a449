import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Proof, prove } from '../../../src/database/proof/prove.ts'
import { addDays, localDateOf } from '../../../src/domain/scheduling/local-time.ts'
import type { App } from '../../support/app.ts'
import { type Demo, startDemo } from '../../support/demo.ts'
import { runSql } from '../../support/run-sql.ts'
import {
  companyStart,
  countOf,
  faultsOf,
  sendStart,
  sessionOf,
} from '../../support/start-company.ts'

const offeredStarts = async (app: App): Promise<number> => {
  const from = addDays(localDateOf(Date.now(), 'Pacific/Auckland'), 3)
  const query = `service=leak-repair&postcode=1011&from=${from}&to=${addDays(from, 6)}`
  const { body } = await app.request('GET', `/app/slots?${query}`)
  return JSON.stringify(body).match(/"start"/g)?.length ?? 0
}

describe('in place of the demo', () => {
  let demo: Demo
  let admin: string

  beforeAll(async () => {
    demo = await startDemo(Date.now())
    admin = await sessionOf(demo, 'olivia.marsh@harbourhome.example')
  }, 300_000)
  afterAll(() => demo?.stop())

  test('a company starts only once its administrator types the demo’s name', async () => {
    const manager = await sessionOf(demo, 'henry.walsh@harbourhome.example')

    expect((await sendStart(demo, '', companyStart)).status).toBe(403)
    expect(
      (await sendStart(demo, manager, { ...companyStart, emptying: 'Harbour Home Services' }))
        .status,
    ).toBe(403)
    expect((await sendStart(demo, admin, companyStart)).refusal).toMatchObject({
      code: 'invalid-input',
      message: 'Setting up your company deletes the demo. Type “Harbour Home Services” to confirm.',
    })
  })

  test('nothing is deleted while a customer of one’s own is there', async () => {
    const [own] = await runSql<{ id: string }>(
      demo.url,
      `insert into customers (name, email) values ('Real Person', 'real@person.example') returning id`,
    )

    const { status, refusal } = await sendStart(demo, admin, {
      ...companyStart,
      emptying: 'Harbour Home Services',
    })

    expect(status).toBe(409)
    expect(refusal).toMatchObject({ code: 'already-set-up' })
    expect(refusal?.message).toContain('1 customer (Real Person)')
    expect(await countOf(demo, 'bookings')).toBeGreaterThan(100)
    await runSql(demo.url, 'delete from customers where id = $1', [own?.id])
  })

  test('what cannot be saved leaves the demo as it was', async () => {
    const { status } = await sendStart(demo, admin, {
      ...{ ...companyStart, emptying: 'Harbour Home Services' },
      company: { ...companyStart.company, phone: 'none' },
    })

    expect(status).toBe(422)
    expect(await countOf(demo, 'bookings')).toBeGreaterThan(100)
  })

  test('a company takes bookings, and nothing of the demo is left', async () => {
    const answer = await sendStart(demo, admin, {
      ...companyStart,
      emptying: 'harbour home services',
    })

    expect(answer.status).toBe(201)
    expect(answer.body.bookingPage).toMatch(/\/book\/leak-repair$/)
    expect(answer.body.embed).toContain('<book-visit service="leak-repair">')
    expect(await offeredStarts(demo)).toBeGreaterThan(10)
    for (const table of ['bookings', 'customers', 'deliveries', 'occupancies', 'links']) {
      expect(await countOf(demo, table), table).toBe(0)
    }
    const users = await runSql<{ email: string }>(demo.url, 'select email from users')
    expect(users).toEqual([{ email: 'olivia.marsh@harbourhome.example' }])
  })

  test('the set-up check and the proof find nothing wrong afterwards', async () => {
    const failed = await prove(demo.payload, (_proof: Proof) => undefined)

    expect(await faultsOf(demo)).toEqual([])
    expect(failed).toBe(0)
  })

  test('the administrator stays signed in, and a company is not set up twice', async () => {
    const { status, refusal } = await sendStart(demo, admin, {
      ...companyStart,
      emptying: 'Lindqvist Plumbing',
    })

    expect(status).toBe(409)
    expect(refusal?.message).toContain('1 service (Leak repair)')
  })
})
