import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { type Figure, type Goal, gradeOf } from './goal.ts'
import { allGoals } from './goals/all-goals.ts'
import { openBench } from './open-bench.ts'

/**
 * `npm run bench [-- --quick | --full] [P7 …]`: the goals of docs/performance in one run, as ratios
 * beside an anchor of the same run; figures go to `.data/bench.json` too. It fails when an answer is
 * wrong, never because something is slow.
 */
const given = process.argv.slice(2)
const scale = given.includes('--quick') ? 0.3 : given.includes('--full') ? 4 : 1
const wanted = given.filter((word) => !word.startsWith('--'))
const isWanted = ({ id, isLong }: Goal) =>
  wanted.length === 0
    ? !(isLong && scale < 1)
    : wanted.some((name) => id.split(/[ ,]+/).includes(name))

const digits = (value: number) => (value >= 100 ? 0 : value >= 10 ? 1 : 2)
const say = (line: string) => process.stdout.write(`${line}\n`)

const lineOf = (figure: Figure): string => {
  const { what, value, unit, range, limits, note, short } = figure
  const amount = `${value.toFixed(digits(value))} ${unit}`.padStart(11)
  const spread = range ? `${range.map((end) => end.toFixed(digits(end))).join('–')}` : ''
  const grade = gradeOf(figure)
  const goal = limits ? `${limits.higher ? '≥' : '≤'} ${limits.pass} / ${limits.stretch}` : ''
  return [
    `  ${what}`.padEnd(84),
    amount,
    spread.padStart(13),
    goal.padStart(16),
    ` ${grade.padEnd(8)}`,
    [note, limits && grade !== 'stretch' && short].filter(Boolean).join('; '),
  ].join(' ')
}

/** How many figures reach what, and which do not. */
const sayInAll = (results: Record<string, Figure[] | string>) => {
  const graded = Object.entries(results).flatMap(([id, figures]) =>
    typeof figures === 'string'
      ? []
      : figures.map((figure) => ({ id, grade: gradeOf(figure), what: figure.what })),
  )
  const count = (grade: string) => graded.filter((one) => one.grade === grade).length
  say(`In all: ${count('stretch')} stretch, ${count('pass')} pass, ${count('miss')} miss.`)
  for (const { id, what } of graded.filter(({ grade }) => grade === 'miss'))
    say(`  missed: ${id}, ${what}`)
}

const bench = await openBench(scale)
const results: Record<string, Figure[] | string> = {}
let isWrong = false
try {
  for (const goal of allGoals.filter(isWanted)) {
    say(`${goal.id}  ${goal.title}`)
    const began = performance.now()
    try {
      const figures = await goal.run(bench)
      results[goal.id] = figures
      if (typeof figures === 'string') say(`  ${figures}`)
      else for (const figure of figures) say(lineOf(figure))
      say(`  (${((performance.now() - began) / 1000).toFixed(0)} s)`)
    } catch (error) {
      isWrong = true
      say(`  wrong: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  sayInAll(results)
  mkdirSync('.data', { recursive: true })
  writeFileSync(path.join('.data', 'bench.json'), `${JSON.stringify(results, null, 2)}\n`)
} finally {
  await bench.close()
  process.exit(isWrong ? 1 : 0)
}
