import { Worker } from 'node:worker_threads'
import type { DayPlan } from '../../domain/scheduling/routes/day-plan.ts'
import type { RouteDay } from '../../domain/scheduling/routes/route-day.ts'

export type RouteTask = { day: RouteDay; seed: number; seconds: number; stop: SharedArrayBuffer }

export type RouteReport = { progress: number; plan: DayPlan; isDone: boolean }

// A bundler would take a literal for an asset of a browser; the thread runs from the source.
const here = import.meta.url

/**
 * Searches in a thread of its own and hands over what it finds; resolves when the search has ended.
 * A search whose `onReport` answers false stops, and what it says after that is not heard.
 * @throws {Error} what the thread failed with
 */
export const runRouteSearch = (
  task: Omit<RouteTask, 'stop'>,
  { onReport }: { onReport: (report: RouteReport) => Promise<boolean> },
): Promise<void> => {
  const stop = new SharedArrayBuffer(4)
  const worker = new Worker(new URL('route-worker.ts', here), { workerData: { ...task, stop } })
  worker.unref()
  return new Promise((resolve, reject) => {
    let heard = Promise.resolve(true)
    worker.on('message', (report: RouteReport) => {
      // One after another, so that a late write never hides a newer plan.
      heard = heard.then(async (goesOn) => {
        const wanted = goesOn && (await onReport(report))
        if (!wanted) Atomics.store(new Int32Array(stop), 0, 1)
        return wanted
      })
      heard.catch(reject)
    })
    worker.on('error', reject)
    worker.on('exit', () => {
      heard.then(() => resolve(), reject)
    })
  })
}
