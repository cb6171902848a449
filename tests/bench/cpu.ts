import { readFileSync } from 'node:fs'
import pg from 'pg'

let statements = 0
const query = pg.Client.prototype.query as (...given: unknown[]) => unknown
pg.Client.prototype.query = function (this: pg.Client, ...given: unknown[]) {
  statements += 1
  return query.apply(this, given)
} as never

const databaseCpu = (pids: number[]): number =>
  pids.reduce((sum, pid) => {
    try {
      return sum + Number(readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6
    } catch {
      return sum
    }
  }, 0)

export type Sample = { cpu: number; node: number; wall: number; statements: number }

/** Whose CPU is counted. */
export type Counted = {
  /** Process ids of the PostgreSQL backends. */
  backends: () => Promise<number[]>
  /** What a Node process has used so far: CPU in milliseconds, and SQL statements. */
  node?: () => Promise<{ cpu: number; statements: number }>
}

const ownUse = async () => {
  const { user, system } = process.cpuUsage()
  return { cpu: (user + system) / 1000, statements }
}

/** What some work costs; backends that begin or end in between would spoil the sum. */
export const sampleOf = async (
  { backends, node = ownUse }: Counted,
  work: () => Promise<unknown>,
): Promise<Sample> => {
  const pids = await backends()
  const before = { node: await node(), database: databaseCpu(pids), at: performance.now() }
  await work()
  const wall = performance.now() - before.at
  const used = await node()
  const database = databaseCpu(pids) - before.database
  const ofNode = used.cpu - before.node.cpu
  return {
    node: ofNode,
    cpu: ofNode + database,
    wall,
    statements: used.statements - before.node.statements,
  }
}

export const median = (values: number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

/** The value below which `share` of all lie. */
export const percentile = (values: number[], share: number): number =>
  values.toSorted((a, b) => a - b)[
    Math.min(values.length - 1, Math.floor(values.length * share))
  ] ?? 0
