import { readFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { startProduct } from '../../support/product.ts'
import { percentile } from '../cpu.ts'
import { abusers, type Tally } from './abusers.ts'
import { clientOf } from './client.ts'
import { innocents, isServed, type Visit } from './innocents.ts'
import { hireOffice } from './office.ts'

/**
 * `npm run abuse [-- sign-ins uploads …]`: customers book at the started product while others do to
 * it all at once what the names say, for `SECONDS` (60). It fails when fewer than 95 of 100 customers'
 * requests are served, the slowest percent of them takes more than 3 s, the event loop is held longer
 * than 200 ms, or the memory is not back within a fifth a minute later.
 */
const seconds = Number(process.env['SECONDS'] ?? 60)
const asked = process.argv.slice(2)
const say = (line: string) => void process.stdout.write(`${line}\n`)

const watcher = pathToFileURL(path.resolve('tests/bench/abuse/watch-process.mjs')).href
let held: number[] = []
const product = await startProduct(
  { NODE_OPTIONS: `--import=${watcher} --disable-warning=ExperimentalWarning` },
  {
    onError: (text) => {
      for (const [, ms] of text.matchAll(/held ([\d.]+) ms/g)) held.push(Number(ms))
    },
  },
)
const ask = clientOf(product.url)

const memory = (): number => {
  const status = readFileSync(`/proc/${product.pid()}/status`, 'utf8')
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024
}

const clients = 6

/** Customers for so long, and what the process went through meanwhile. */
const measure = async (forSeconds: number, beside: () => Promise<unknown>[] = () => []) => {
  const until = Date.now() + forSeconds * 1000
  held = []
  let most = memory()
  const sampling = setInterval(() => (most = Math.max(most, memory())), 1000)
  const [visits] = await Promise.all([
    innocents(ask, { width: clients, isOver: () => Date.now() >= until }),
    ...beside(),
  ])
  clearInterval(sampling)
  return { visits, held: Math.max(0, ...held), most, until }
}

const lineOf = (phase: string, visits: Visit[]): string => {
  const times = (what: Visit['what']) => {
    const all = visits.filter((one) => one.what === what)
    const ms = all.map((one) => one.ms)
    const failed = all.filter((one) => !isServed(one)).map(({ status }) => status)
    return `${what} ${all.length}, p50 ${percentile(ms, 0.5).toFixed(0)} ms, p99 ${percentile(ms, 0.99).toFixed(0)} ms${failed.length ? `, not served: ${failed.join(' ')}` : ''}`
  }
  return `${phase}: ${times('search')}; ${times('booking')}`
}

const wordsOf = (tally: Tally) =>
  Object.entries(tally)
    .map(([status, count]) => `${count} × ${status}`)
    .join(', ')

let isMissed = false
const judge = (what: string, value: number, isWithin: boolean, unit: string) => {
  isMissed ||= !isWithin
  say(`  ${what}: ${value.toFixed(unit === '%' ? 1 : 0)} ${unit} ${isWithin ? 'holds' : 'MISSED'}`)
}

try {
  const office = await hireOffice(product, ask)
  const calm = await measure(10)
  say(lineOf('alone', calm.visits))
  say(`  longest hold ${calm.held.toFixed(0)} ms, memory ${calm.most.toFixed(0)} MB`)
  const before = memory()

  const until = Date.now() + seconds * 1000
  const abuse = { ask, url: product.url, office, isOver: () => Date.now() >= until }
  const kinds = Object.entries(abusers).filter(
    ([name]) => asked.length === 0 || asked.includes(name),
  )
  const tallies: [string, Tally][] = []
  const under = await measure(seconds, () =>
    kinds.map(async ([name, run]) => tallies.push([name, await run(abuse)])),
  )
  for (const [name, tally] of tallies) say(`  ${name}: ${wordsOf(tally)}`)
  say(lineOf('under abuse', under.visits))
  await pause(60_000)
  const after = memory()
  const again = await measure(10)
  say(lineOf('a minute later', again.visits))
  say(
    `memory: ${before.toFixed(0)} MB before, ${under.most.toFixed(0)} at most, ${after.toFixed(0)} a minute later`,
  )

  const ms = under.visits.map((one) => one.ms)
  const share = (100 * under.visits.filter(isServed).length) / Math.max(1, under.visits.length)
  judge('served', share, share >= 95, '%')
  judge('slowest percent', percentile(ms, 0.99), percentile(ms, 0.99) <= 3000, 'ms')
  judge('longest hold of the event loop', under.held, under.held <= 200, 'ms')
  judge('memory a minute later', (100 * after) / before, after <= before * 1.2, '%')
} finally {
  await product.stop()
  process.exit(isMissed ? 1 : 0)
}
