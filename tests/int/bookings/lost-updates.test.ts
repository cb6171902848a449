import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Harness, openHarness } from '../../support/harness.ts'
import { sydney } from '../../support/shop.ts'

let harness: Harness
let booking: string

beforeAll(async () => {
  harness = await openHarness()
  const customer = { name: 'Jo', phone: '0412345678' }
  booking = (await harness.book({ service: 'direct', start: sydney(5, '09:00'), customer })).body.id
}, 120_000)
afterAll(() => harness.stop())

type Stored = { version: number; internal: string | null; customer: string | null }

const stored = async (): Promise<Stored> => {
  const [row] = await harness.sql<Stored>(
    `select version::int as version, notes_internal as internal, notes_customer as customer
     from bookings where id = $1`,
    [booking],
  )
  if (!row) throw new Error('The booking is gone.')
  return row
}

test('of 100 pairs of people who save different fields at once no one loses a word', async () => {
  let lost = 0
  for (let round = 0; round < 100; round++) {
    const { version } = await stored()
    const save = (person: 'dispatcher' | 'manager', notes: object) =>
      harness.send('PATCH', `/bookings/${booking}`, person, { version, notes })

    const answers = await Promise.all([
      save('dispatcher', { internal: `office ${round}` }),
      save('manager', { customer: `customer ${round}` }),
    ])

    expect(answers.map(({ status }) => status)).toEqual([200, 200])
    const now = await stored()
    if (now.internal !== `office ${round}`) lost += 1
    if (now.customer !== `customer ${round}`) lost += 1
    expect(now.version).toBe(version + 2)
  }
  process.stdout.write(`100 concurrent pairs of saves: ${lost} lost\n`)
  expect(lost).toBe(0)
}, 120_000)

test('of two who save the same field at once one is shown what the other wrote', async () => {
  const { version } = await stored()
  const save = (person: 'dispatcher' | 'manager') =>
    harness.send('PATCH', `/bookings/${booking}`, person, { version, notes: { internal: person } })

  const answers = await Promise.all([save('dispatcher'), save('manager')])

  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
  const refused = answers.find(({ status }) => status === 409)
  expect(refused?.code).toBe('stale-version')
  const { errors } = { errors: [], ...refused?.body } as {
    errors: { details: { differences: object[] } }[]
  }
  expect(errors[0]?.details.differences).toMatchObject([{ field: 'notes.internal' }])
  expect(['dispatcher', 'manager']).toContain((await stored()).internal)
})
