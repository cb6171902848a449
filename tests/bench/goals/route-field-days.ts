import { readFileSync } from 'node:fs'
import type { Goal } from '../goal.ts'
import { routeDay, routeDays } from '../route-days.ts'
import { searchFor } from '../search-for.ts'

type Stored = { unservedPriority: number; travel: number; cpuSeconds: number }

const stored = JSON.parse(
  readFileSync(new URL('../data/vroom-days.json', import.meta.url), 'utf8'),
) as { days: Record<string, Stored> }

/** Seconds of CPU; the deepest setting of VROOM takes ten times as long on the largest day. */
const secondsFor = (visits: number) => Math.max(5, visits / 22.5)

/** Field-service days beside what VROOM's deepest setting made of them. */
export const routeFieldDays: Goal = {
  id: 'P14',
  title: 'Routes: field-service days beside VROOM',
  run: async ({ scale }) => {
    const days = (scale < 1 ? routeDays.slice(0, 2) : routeDays).map((size) => {
      const seconds = secondsFor(size.visits) * Math.min(1, scale)
      const plan = searchFor(routeDay(size), { seconds, seed: 1 })
      const peer = stored.days[size.name]
      if (!peer) throw new Error(`No stored result for ${size.name}.`)
      const more = plan.unservedPriority - peer.unservedPriority
      return {
        name: size.name,
        plan,
        peer,
        more,
        seconds,
        travel: (plan.travel / peer.travel - 1) * 100,
      }
    })
    const alike = days.filter(({ more }) => more === 0)
    return [
      ...days.map(({ name, plan, peer, seconds, travel }) => ({
        what: `${name}: left out ${plan.unservedPriority} (VROOM ${peer.unservedPriority}); travel beside VROOM`,
        value: travel,
        unit: '%' as const,
        note: `${seconds.toFixed(1)} s CPU; VROOM took ${peer.cpuSeconds} s`,
      })),
      {
        what: 'most priority left out beyond VROOM on any day',
        value: Math.max(...days.map(({ more }) => more)),
        unit: '×',
        limits: { pass: 0, stretch: 0 },
      },
      {
        what: 'most travel beside VROOM where as much is served',
        value: Math.max(...alike.map(({ travel }) => travel)),
        unit: '%',
        limits: { pass: 2, stretch: -2 },
        note: `${alike.length} of ${days.length} days`,
      },
    ]
  },
}
