import type { RouteProblem } from '../domain/scheduling/routes/route-problem.ts'

/** Who goes where in which order, and when each visit starts; times as in the problem. */
export type SolvedRoutes = {
  routes: { worker: string; stops: { visit: string; start: number }[] }[]
}

/**
 * Somebody else's engine for the order of a day. What it answers is checked against the
 * problem before anybody sees it; where it says nothing, the built-in search goes to work.
 */
export type RouteSolverPort = {
  /** Its name for people. */
  name: string
  /** Visits of one question at most. */
  maximumVisits: number
  /** Null when it cannot say now. `seconds` is how long it may take. */
  solve(problem: RouteProblem, options: { seconds: number }): Promise<SolvedRoutes | null>
}
