import type { RoutePlan } from '../../src/domain/scheduling/routes/route-plan.ts'
import type { RouteProblem } from '../../src/domain/scheduling/routes/route-problem.ts'
import { createRouteSearch } from '../../src/domain/scheduling/routes/search-routes.ts'
import { verifyPlan } from '../../src/domain/scheduling/routes/verify-plan.ts'

/**
 * Searches for so many seconds of this process's CPU.
 * @throws {Error} when the plan is not right
 */
export const searchFor = (
  problem: RouteProblem,
  { seconds, seed }: { seconds: number; seed: number },
): RoutePlan => {
  const before = process.cpuUsage()
  const used = () => {
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1e6
  }
  const search = createRouteSearch({ problem, seed })
  for (let spent = used(); spent < seconds; spent = used()) {
    search.step({ iterations: 100, progress: spent / seconds })
  }
  const plan = search.plan()
  const faults = verifyPlan(problem, plan)
  if (faults.length > 0) throw new Error(`A wrong plan: ${faults.join(' ')}`)
  return plan
}
