import { execFileSync } from 'node:child_process'
import { createRouteSearch } from '../../src/domain/scheduling/routes/search-routes.ts'
import { verifyPlan } from '../../src/domain/scheduling/routes/verify-plan.ts'
import { type BenchGoal, printGoal } from './bench-goal.ts'
import { routeDay } from './route-days.ts'

const size = { name: 'first', seed: 20, workers: 50, visits: 320, hasPriorities: true }

/** Milliseconds of CPU of the first plan in a process that has planned nothing before. */
const measure = (): number => {
  const problem = routeDay(size)
  const before = process.cpuUsage()
  const plan = createRouteSearch({ problem, seed: 1 }).plan()
  const { user, system } = process.cpuUsage(before)
  const faults = verifyPlan(problem, plan)
  if (faults.length > 0) throw new Error(`A wrong plan: ${faults.join(' ')}`)
  return (user + system) / 1000
}

/** The first right plan of a large day, each time in a process of its own. */
export const p15: BenchGoal = {
  id: 'P15',
  title: 'first plan for 50 workers and 320 visits',
  pass: '≤ 0.5 s CPU',
  stretch: '≤ 0.1 s CPU',
  run: async (mode) => {
    const file = import.meta.filename
    const runs = Array.from({ length: mode === 'quick' ? 3 : 7 }, () =>
      Number(execFileSync(process.execPath, [file, '--once'], { encoding: 'utf8' })),
    )
    const middle = runs.toSorted((a, b) => a - b)[Math.floor(runs.length / 2)] ?? Infinity
    return {
      figure: `${middle.toFixed(0)} ms CPU`,
      isPassed: middle <= 500,
      isStretched: middle <= 100,
      rows: [`  ${runs.map((run) => run.toFixed(0)).join(', ')} ms`],
    }
  },
}

if (import.meta.main) {
  if (process.argv.includes('--once')) process.stdout.write(String(measure()))
  else await printGoal(p15)
}
