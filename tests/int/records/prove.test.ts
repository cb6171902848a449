import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  linesOf,
  type Proof,
  prove,
  proveOn,
  proveRecentHistory,
} from '../../../src/database/proof/prove.ts'
import { corruptions, withoutPromises } from '../../support/corruptions.ts'
import { type Demo, startDemo } from '../../support/demo.ts'
import { runSql } from '../../support/run-sql.ts'

let demo: Demo
let client: pg.Client

beforeAll(async () => {
  demo = await startDemo()
  client = new pg.Client({ connectionString: demo.url })
  client.on('error', () => undefined)
  await client.connect()
}, 300_000)
afterAll(async () => {
  await client?.end()
  await demo?.stop()
})

/** Runs `work` past every trigger, and takes back what it did. */
const undone = async <Result>(work: () => Promise<Result>): Promise<Result> => {
  await client.query('begin; set local session_replication_role = replica')
  try {
    return await work()
  } finally {
    await client.query('rollback')
  }
}

test('the demo company passes every check, each of which looked at something', async () => {
  const proofs: Proof[] = []
  const failed = await prove(demo.payload, (proof) => proofs.push(proof))

  expect(proofs.flatMap(linesOf)).toEqual([])
  expect(failed).toBe(0)
  const idle = proofs.filter(({ looked }) => looked === 0).map(({ name }) => name)
  // Nothing was repeated in the demo's past, and its messages go out after the start.
  expect(idle).toEqual([
    ...['series-places', 'sent-deliveries'],
    ...['webhook-keys', 'stuck-webhooks', 'handled-webhooks', 'failed-webhooks'],
  ])
})

describe('a database that has been tampered with', () => {
  test.each(corruptions)('is found out by $title', ({ title, statement, fails }) =>
    undone(async () => {
      const promise = withoutPromises[title]
      if (promise) await client.query(promise)
      const { rows } = await client.query<{ named: string }>(statement)

      const proofs: Proof[] = []
      await proveOn(client, (proof) => proofs.push(proof))

      const failed = proofs.filter((proof) => proof.failed > 0)
      const lines = failed.flatMap(linesOf)
      expect(failed.map(({ name }) => name).toSorted(), lines.join('\n')).toEqual(fails)
      expect(rows[0]?.named).toBeTruthy()
      expect(lines.join('\n')).toContain(rows[0]?.named)
    }),
  )

  test('is found out when a trigger is switched off', () =>
    undone(async () => {
      await client.query('alter table audit_events disable trigger audit_events_append_only')

      const lines: string[] = []
      await proveOn(client, (proof) => lines.push(...linesOf(proof)))

      expect(lines).toEqual([
        'constraints: audit_events_append_only: expected in force; found missing or switched off (npm run migrate)',
      ])
    }))

  test('has one line for each exception, and counts those beyond twenty', () =>
    undone(async () => {
      await client.query('update bookings set totals_total = totals_total + 1')

      const lines: string[] = []
      await proveOn(client, (proof) => lines.push(...linesOf(proof)))

      expect(lines).toHaveLength(21)
      expect(lines[0]).toMatch(
        /^totals: booking B-\d+: expected \d+ as the sum of its lines; found total \d+, net \d+ and tax \d+$/,
      )
      expect(lines[20]).toMatch(/^totals: and \d+ more$/)
    }))
})

test('the newest histories are looked at when the product starts', async () => {
  expect(await proveRecentHistory(demo.payload)).toEqual([])

  await runSql(
    demo.url,
    `set session_replication_role = replica;
     delete from audit_events where id = (select id from audit_events where booking is not null
       order by at desc, id limit 1)`,
  )

  expect(await proveRecentHistory(demo.payload)).toEqual([
    expect.stringMatching(/^history-heads: history of booking B-\d+: expected \d+ entries/),
  ])
})

test('only new entries move the heads of the history', async () => {
  for (const statement of ['delete from audit_heads', 'truncate audit_heads']) {
    await expect(runSql(demo.url, statement), statement).rejects.toMatchObject({ code: '42501' })
  }
})
