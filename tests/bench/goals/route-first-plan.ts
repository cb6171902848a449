import { execFileSync } from 'node:child_process'
import { createRouteSearch } from '../../../src/domain/scheduling/routes/search-routes.ts'
import { verifyPlan } from '../../../src/domain/scheduling/routes/verify-plan.ts'
import { median } from '../cpu.ts'
import type { Goal } from '../goal.ts'
import { routeDay } from '../route-days.ts'

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
export const routeFirstPlan: Goal = {
  id: 'P15',
  title: 'Routes: first plan of a large day',
  run: async ({ scale }) => {
    const runs = Array.from({ length: scale < 1 ? 3 : 7 }, () =>
      Number(
        execFileSync(process.execPath, [import.meta.filename, '--once'], { encoding: 'utf8' }),
      ),
    )
    return [
      {
        what: 'CPU of the first plan, 50 workers and 320 visits',
        value: median(runs),
        unit: 'ms',
        range: [Math.min(...runs), Math.max(...runs)],
        limits: { pass: 500, stretch: 100 },
      },
    ]
  },
}

if (import.meta.main && process.argv.includes('--once')) process.stdout.write(String(measure()))
