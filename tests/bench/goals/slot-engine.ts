import { bitMs } from '../../../src/domain/scheduling/bitmap.ts'
import type { Goal } from '../goal.ts'
import { workloadA } from './workload-a.ts'

/** How many of each a pair does, so that a pair is long beside the clock's grain. */
const batch = 20

/** The pure engine beside a bare kernel that counts the same bits. */
export const slotEngine: Goal = {
  id: 'P1',
  title: 'Availability engine, 50 people × 30 days',
  run: async ({ compare }) => {
    const { engine, kernel, startOf } = workloadA()
    const counts = kernel()
    const slots = engine()
    const offered = new Map(
      slots.map(({ start, available }) => [(start - startOf) / bitMs / 3, available]),
    )
    const range = [slots[0]?.start ?? 0, slots.at(-1)?.start ?? 0].map(
      (start) => (start - startOf) / bitMs / 3,
    )
    counts.forEach((count, slot) => {
      const isWithin = slot >= (range[0] ?? 0) && slot <= (range[1] ?? 0)
      if (isWithin && (offered.get(slot) ?? 0) !== count)
        throw new Error(`Start ${slot}: ${offered.get(slot) ?? 0} people, the kernel has ${count}.`)
    })
    const repeat = (work: () => unknown) => async () => {
      for (let n = 0; n < batch; n += 1) work()
    }
    const found = await compare({ subject: repeat(engine), anchor: repeat(kernel), pairs: 15 })
    return [
      {
        what: 'CPU of the engine, from 30,000 spans to slots, beside a bare kernel',
        value: found.value,
        unit: '×',
        range: found.range,
        limits: { pass: 2.5, stretch: 1.5 },
        note: `${(found.subject.cpu / batch).toFixed(2)} ms beside ${(found.anchor.cpu / batch).toFixed(2)} ms, ${slots.length} slots`,
      },
    ]
  },
}
