import { median } from '../cpu.ts'
import { type Figure, type Goal, growthOf } from '../goal.ts'
import type { Bench } from '../open-bench.ts'
import { employ } from './bookable.ts'
import { checkCounts, hireTeam, occupyTeam, teamQuestion } from './slot-team.ts'

const smallest = 50_000
const warmups = 8

type Cost = {
  cpu: number
  node: number
  statements: number
  slots: number
  range: [number, number]
}

/** One search through the application's door, in the medians of many. */
const costOf = async (bench: Bench): Promise<Cost> => {
  let answer = ''
  const ask = async () => {
    answer = await bench.ask('GET', teamQuestion)
  }
  for (let n = 0; n < warmups; n += 1) await ask()
  const samples: Awaited<ReturnType<Bench['sample']>>[] = []
  for (let n = 0; n < Math.max(9, Math.round(25 * bench.scale)); n += 1)
    samples.push(await bench.sample(ask))
  const cpu = samples.map((one) => one.cpu)
  return {
    cpu: median(cpu),
    range: [Math.min(...cpu), Math.max(...cpu)],
    node: median(samples.map((one) => one.node)),
    statements: median(samples.map((one) => one.statements)),
    slots: await checkCounts(bench, answer),
  }
}

const growth = (what: string, [before, after]: [Cost, Cost], data = 10): Figure => ({
  what,
  value: after.cpu / before.cpu,
  unit: '×',
  limits: { pass: 1.3, stretch: 1.1 },
  note: `${before.cpu.toFixed(1)} → ${after.cpu.toFixed(1)} ms, ${growthOf(after.cpu / before.cpu, data)}`,
})

/** A slot search of fifty people for thirty days, and how it grows with the tables. */
export const slotSearch: Goal = {
  id: 'P3, P5',
  title: 'Availability over HTTP, 50 people × 30 days',
  run: async (bench) => {
    await hireTeam(bench)
    await occupyTeam(bench, smallest)
    const small = await costOf(bench)
    const figures: Figure[] = [
      {
        what: 'CPU of one search, Node and PostgreSQL',
        value: small.cpu,
        unit: 'ms',
        range: small.range,
        limits: { pass: 20, stretch: 9 },
        note: `of it Node ${small.node.toFixed(1)} ms, ${small.slots} slots`,
      },
      {
        what: 'statements of one search',
        value: small.statements,
        unit: 'SQL',
        limits: { pass: 5, stretch: 2 },
      },
    ]
    const sizes = bench.scale >= 4 ? [500_000, 5_000_000] : bench.scale < 1 ? [150_000] : [500_000]
    let before = small
    for (const rows of sizes) {
      await occupyTeam(bench, rows)
      const after = await costOf(bench)
      const step = `${rows.toLocaleString('en')} rows instead of ${rows === 150_000 ? 'a third' : 'a tenth'}`
      figures.push(growth(`growth with ${step}`, [before, after], rows === 150_000 ? 3 : 10))
      before = after
    }
    await employ(bench, 100)
    await costOf(bench)
    const hundred = await costOf(bench)
    const people = bench.scale < 1 ? 400 : 1000
    await employ(bench, people)
    const larger = await costOf(bench)
    const what = `growth with ${people.toLocaleString('en')} people instead of 100, 50 of them qualified`
    figures.push(growth(what, [hundred, larger], people / 100))
    return figures
  },
}
