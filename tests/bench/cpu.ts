import { readFileSync } from 'node:fs'
import pg from 'pg'

/** CPU in milliseconds of this process and of the PostgreSQL backends that serve it. */
export type Cpu = { node: number; database: number }

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

/** What some work costs; backends that begin or end in between would spoil the sum. */
export const sampleOf = async (
  backends: () => Promise<number[]>,
  work: () => Promise<unknown>,
): Promise<Sample> => {
  const pids = await backends()
  const before = { node: process.cpuUsage(), database: databaseCpu(pids), at: performance.now() }
  statements = 0
  await work()
  const count = statements
  const wall = performance.now() - before.at
  const used = process.cpuUsage(before.node)
  const node = (used.user + used.system) / 1000
  return { node, cpu: node + databaseCpu(pids) - before.database, wall, statements: count }
}

export const median = (values: number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

/** The value below which `share` of all lie. */
export const percentile = (values: number[], share: number): number =>
  values.toSorted((a, b) => a - b)[
    Math.min(values.length - 1, Math.floor(values.length * share))
  ] ?? 0
