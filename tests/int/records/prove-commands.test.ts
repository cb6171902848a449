import { afterAll, beforeAll, expect, test } from 'vitest'
import { linesOf, type Proof, prove } from '../../../src/database/proof/prove.ts'
import { type Harness, openHarness } from '../../support/harness.ts'
import { storm } from '../../support/command-storm.ts'
import { sydney } from '../../support/shop.ts'

let harness: Harness

beforeAll(async () => {
  harness = await openHarness()
}, 120_000)
afterAll(() => harness?.stop())

test('a visit that has been moved is not moved a second time', async () => {
  const customer = { name: 'Jo', phone: '0412345678' }
  const { body } = await harness.book({ service: 'direct', start: sydney(20, '09:00'), customer })
  const [visit] = await harness.visitsOf(body.id)
  const move = (path: string, time: string) =>
    harness.send('POST', `${path}/reschedule`, 'dispatcher', {
      ...{ start: sydney(21, time), reason: 'Later' },
    })
  await move(`/bookings/${body.id}`, '09:00')

  const again = await move(`/appointments/${visit?.id}`, '11:00')

  expect([again.status, again.code]).toEqual([409, 'transition-refused'])
  expect(await harness.visitsOf(body.id)).toHaveLength(1)
})

test('whatever the office, the field and customers do, the database adds up', async () => {
  const done = await storm(harness, { commands: 300, seed: 11 })
  const proofs: Proof[] = []

  await prove(harness.app.payload, (proof) => proofs.push(proof))

  expect(proofs.flatMap(linesOf)).toEqual([])
  const kinds = [...done].map(([name, times]) => `${times} ${name}`).join(', ')
  process.stdout.write(`took effect: ${kinds}\n`)
  expect(done.size, kinds).toBeGreaterThan(15)
}, 300_000)
