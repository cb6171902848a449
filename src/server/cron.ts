import cron from 'node-cron'
import type { PgBoss } from 'pg-boss'
import { scheduledJobs } from '../jobs/scheduled-jobs.ts'

/** The clock: sends each tick to its queue once per interval, however many processes have one. */
export const startCron = (boss: PgBoss): { stop: () => Promise<void> } => {
  const tasks = scheduledJobs.map(({ name, every }) =>
    cron.schedule(every, async () => {
      await boss.send(name, {}, { singletonKey: name, singletonSeconds: 5 })
    }),
  )
  return {
    stop: async () => {
      for (const task of tasks) await task.stop()
    },
  }
}
