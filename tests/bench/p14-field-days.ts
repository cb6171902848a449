import { readFileSync } from 'node:fs'
import { type BenchGoal, type BenchMode, printGoal } from './bench-goal.ts'
import { routeDay, routeDays } from './route-days.ts'
import { searchFor } from './search-for.ts'

type Stored = {
  days: Record<
    string,
    { unservedPriority: number; unserved: number; travel: number; cpuSeconds: number }
  >
}

const stored = JSON.parse(
  readFileSync(new URL('./data/vroom-days.json', import.meta.url), 'utf8'),
) as Stored

const secondsFor: Record<BenchMode, number> = { quick: 1, normal: 5, full: 20 }
const daysFor = (mode: BenchMode) => (mode === 'quick' ? routeDays.slice(0, 4) : routeDays)

/** Field-service days beside what VROOM's deepest setting made of them. */
export const p14: BenchGoal = {
  id: 'P14',
  title: 'field-service days beside VROOM',
  pass: 'never more left out; travel ≤ +2 % where as much is served',
  stretch: 'travel ≤ −2 % where everything fits; overloaded days no worse',
  run: async (mode) => {
    const seconds = secondsFor[mode]
    const days = daysFor(mode).map((size) => {
      const plan = searchFor(routeDay(size), { seconds, seed: 1 })
      const peer = stored.days[size.name]
      if (!peer) throw new Error(`No stored result for ${size.name}.`)
      const left = plan.unservedPriority - peer.unservedPriority
      return { name: size.name, plan, peer, left, travel: (plan.travel / peer.travel - 1) * 100 }
    })
    const alike = days.filter(({ left }) => left === 0)
    const isNeverMore = days.every(({ left }) => left <= 0)
    const most = Math.max(-Infinity, ...alike.map(({ travel }) => travel))
    const fewer = days.filter(({ left }) => left < 0).length
    return {
      figure: `less left out on ${fewer} of ${days.length} days, travel at most ${percent(most)} where the same, ${seconds} s CPU each`,
      isPassed: isNeverMore && most <= 2,
      isStretched: isNeverMore && most <= -2,
      rows: days.map(
        ({ name, plan, peer, travel }) =>
          `  ${name.padEnd(12)} left out ${plan.unservedPriority} (VROOM ${peer.unservedPriority}), ` +
          `travel ${(plan.travel / 3600).toFixed(1)} h (${percent(travel)}; VROOM took ${peer.cpuSeconds} s)`,
      ),
    }
  },
}

const percent = (value: number) => `${value > 0 ? '+' : ''}${value.toFixed(1)} %`

if (import.meta.main) await printGoal(p14)
