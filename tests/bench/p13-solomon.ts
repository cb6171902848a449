import { type BenchGoal, printGoal } from './bench-goal.ts'
import { readSolomon, solomonBest } from './read-solomon.ts'
import { searchFor } from './search-for.ts'

const seconds = { quick: 1, normal: 5, full: 5 }
const seeds = { quick: [1], normal: [1], full: [1, 2, 3] }

/** Gap to the best published distances of Solomon's instances, one thread, fixed seed. */
export const p13: BenchGoal = {
  id: 'P13',
  title: 'Solomon, mean and worst gap',
  pass: '≤ 1.5 % / 5 %',
  stretch: '≤ 0.5 % / 2 %',
  run: async (mode) => {
    const gaps: number[] = []
    const rows: string[] = []
    for (const [name, best] of solomonBest()) {
      for (const seed of seeds[mode]) {
        const plan = searchFor(readSolomon(name), { seconds: seconds[mode], seed })
        if (plan.unserved.length > 0) throw new Error(`${name} leaves customers out.`)
        const gap = (plan.travel / best - 1) * 100
        gaps.push(gap)
        rows.push(`  ${name.padEnd(6)} ${plan.travel.toFixed(2).padStart(9)} ${percent(gap)}`)
      }
    }
    const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length
    const worst = Math.max(...gaps)
    return {
      figure: `${percent(mean)} / ${percent(worst)} in ${seconds[mode]} s CPU each`,
      isPassed: mean <= 1.5 && worst <= 5,
      isStretched: mean <= 0.5 && worst <= 2,
      rows,
    }
  },
}

const percent = (value: number) => `${value.toFixed(2)} %`

if (import.meta.main) await printGoal(p13)
