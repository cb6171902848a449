import pg from 'pg'
import type { Payload } from 'payload'
import { missingConstraints } from '../assert-constraints.ts'
import { bookingChecks } from './booking-checks.ts'
import type { Check, Fault } from './check.ts'
import { historyChecks, recentHistoryChecks } from './history-checks.ts'
import { messageChecks } from './message-checks.ts'
import { eachRollUpFault, rollUpChecks } from './roll-up-faults.ts'
import { timeChecks } from './time-checks.ts'
import { webhookChecks } from './webhook-checks.ts'

/** What one check has found. */
export type Proof = {
  name: string
  /** How many of what were looked at. */
  looked: number
  what: string
  /** How many exceptions there are; `faults` holds the first of them. */
  failed: number
  faults: Fault[]
}

/** As many exceptions of a kind are named; the others are counted. */
const named = 20

type Told = (proof: Proof) => void

const runCheck = async (client: pg.Client, check: Check): Promise<Proof> => {
  const { name, what, counted, faults } = check
  const { rows: counts } = await client.query<{ count: string }>(counted)
  const { rows } = await client.query<Fault & { failed: string }>(
    `select record, expected, found, count(*) over () as failed
     from (${faults}) fault order by record limit ${named}`,
  )
  return {
    ...{ name, what, looked: Number(counts[0]?.count ?? 0) },
    failed: Number(rows[0]?.failed ?? 0),
    faults: rows.map(({ record, expected, found }) => ({ record, expected, found })),
  }
}

const proveRollUps = async (client: pg.Client): Promise<Proof[]> => {
  const proofs = new Map<string, Proof>(
    rollUpChecks.map((name) => [
      name,
      { name, what: 'bookings', looked: 0, failed: 0, faults: [] },
    ]),
  )
  const looked = await eachRollUpFault(client, (name, fault) => {
    const proof = proofs.get(name)
    if (!proof) return
    proof.failed += 1
    if (proof.faults.length < named) proof.faults.push(fault)
  })
  return [...proofs.values()].map((proof) => ({ ...proof, looked }))
}

const proveConstraints = async (client: pg.Client): Promise<Proof> => {
  const { missing, looked } = await missingConstraints(async (text) => {
    const { rows } = await client.query<{ name: string }>(text)
    return rows
  })
  const faults = missing.map((record) => ({
    ...{ record, expected: 'in force' },
    found: 'missing or switched off (npm run migrate)',
  }))
  const what = 'constraints, triggers and indexes'
  return { name: 'constraints', what, looked, failed: missing.length, faults }
}

/** One snapshot of the database, which nothing in it can change; questions may take their time. */
const inSnapshot = async <Result>(
  payload: Payload,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> => {
  const { connectionString } = (payload.db as unknown as { poolOptions: pg.PoolConfig }).poolOptions
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    await client.query('begin isolation level repeatable read read only')
    await client.query('set local statement_timeout = 0')
    await client.query("set local work_mem = '128MB'")
    return await work(client)
  } finally {
    await client.end()
  }
}

/**
 * Checks everything that the rules promise about the stored data, on a connection whose transaction
 * shows one state of it, and tells of each check when it is done. Returns how many exceptions there are.
 */
export const proveOn = async (client: pg.Client, tell: Told): Promise<number> => {
  let failed = 0
  const done = (proof: Proof) => {
    failed += proof.failed
    tell(proof)
  }
  done(await proveConstraints(client))
  for (const check of [...timeChecks, ...bookingChecks]) done(await runCheck(client, check))
  for (const proof of await proveRollUps(client)) done(proof)
  for (const check of [...messageChecks, ...webhookChecks, ...historyChecks])
    done(await runCheck(client, check))
  return failed
}

/** The same on a snapshot of the product's database, which may be in use and is not changed. */
export const prove = (payload: Payload, tell: Told): Promise<number> =>
  inSnapshot(payload, (client) => proveOn(client, tell))

/** Lines about the histories written to last that do not add up; none where all is well. */
export const proveRecentHistory = async (payload: Payload): Promise<string[]> => {
  const lines: string[] = []
  await inSnapshot(payload, async (client) => {
    for (const check of recentHistoryChecks) lines.push(...linesOf(await runCheck(client, check)))
  })
  return lines
}

/** A proof in plain lines: one where it holds, else one for each exception. */
export const linesOf = ({ name, failed, faults }: Proof): string[] => {
  const lines = faults.map(
    ({ record, expected, found }) => `${name}: ${record}: expected ${expected}; found ${found}`,
  )
  const more = failed - faults.length
  return more > 0 ? [...lines, `${name}: and ${more} more`] : lines
}
