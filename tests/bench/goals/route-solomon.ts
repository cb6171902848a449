import type { Figure, Goal } from '../goal.ts'
import { readSolomon, solomonBest } from '../read-solomon.ts'
import { searchFor } from '../search-for.ts'

/** Gap to the best published distances of Solomon's instances, one thread, fixed seed. */
export const routeSolomon: Goal = {
  id: 'P13',
  title: 'Routes: Solomon’s instances',
  run: async ({ scale }) => {
    const seconds = scale < 1 ? 0.5 : 5
    const rows = [...solomonBest()].map(([name, best]): Figure => {
      const plan = searchFor(readSolomon(name), { seconds, seed: 1 })
      if (plan.unserved.length > 0) throw new Error(`${name} leaves customers out.`)
      const value = (plan.travel / best - 1) * 100
      return { what: `${name}, distance ${plan.travel.toFixed(2)}`, value, unit: '%' }
    })
    const gaps = rows.map(({ value }) => value)
    const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length
    const note = `${seconds} s CPU each`
    return [
      ...rows,
      {
        what: 'mean gap to the best known',
        value: mean,
        unit: '%',
        limits: { pass: 1.5, stretch: 0.5 },
        note,
      },
      {
        what: 'worst gap to the best known',
        value: Math.max(...gaps),
        unit: '%',
        limits: { pass: 5, stretch: 2 },
        note,
      },
    ]
  },
}
