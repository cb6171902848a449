import { parentPort, workerData } from 'node:worker_threads'
import { dayPlanOf } from '../../domain/scheduling/routes/day-plan.ts'
import { searchDay } from '../../domain/scheduling/routes/search-day.ts'
import type { RouteReport, RouteTask } from './run-route-search.ts'

/** Iterations between two looks at the clock. */
const stride = 50
const reportEveryMs = 400

/** The thread of one search: reports its best plan now and then and ends with its time. */
const { day, seed, seconds, stop } = workerData as RouteTask
const isStopped = () => Atomics.load(new Int32Array(stop), 0) === 1
const search = searchDay({ day, seed })
const report = (progress: number, isDone: boolean) => {
  const message: RouteReport = { progress, plan: dayPlanOf(day, search.plan()), isDone }
  parentPort?.postMessage(message)
}

const began = performance.now()
let reported = began
report(0, false)
for (;;) {
  const now = performance.now()
  const progress = Math.min(1, (now - began) / (seconds * 1000))
  if (progress >= 1 || isStopped()) break
  search.step({ iterations: stride, progress })
  if (now - reported < reportEveryMs) continue
  reported = now
  report(progress, false)
}
report(1, true)
