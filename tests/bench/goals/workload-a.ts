import { bitsOf } from '../../../src/domain/scheduling/bit-window.ts'
import { bitMs } from '../../../src/domain/scheduling/bitmap.ts'
import { findSlots, type Slot } from '../../../src/domain/scheduling/find-slots.ts'
import type { Interval } from '../../../src/domain/scheduling/intervals.ts'
import { openBitmap } from '../../../src/domain/scheduling/open-bitmap.ts'
import { slotWindow } from '../../../src/domain/scheduling/slot-window.ts'
import { weekdays, workingIntervals } from '../../../src/domain/scheduling/working-hours.ts'

const people = 50
const days = 30
const spansADay = 20
const dayMs = 86_400_000
const minuteMs = 60_000

const timezone = 'Australia/Sydney'
const from = '2027-09-20'
const to = '2027-10-19'
const service = {
  durationMinutes: 30,
  bufferBeforeMinutes: 0,
  bufferAfterMinutes: 0,
  noticeMinutes: 0,
  horizonDays: 60,
  slotIntervalMinutes: 15,
  crewSize: 1,
}

/** Every 37th quarter of an hour or so is taken, differently for everybody. */
const busyOf = (person: number): Interval[] =>
  Array.from({ length: days * spansADay }, (_, at) => {
    const start = Date.parse(from) + Math.floor(at / spansADay) * dayMs - 10 * 3_600_000
    const past = ((at % spansADay) * 70 + ((person * 131 + at * 37) % 9) * 5) * minuteMs
    return { start: start + past, end: start + past + (10 + ((person + at) % 5) * 5) * minuteMs }
  })

const hoursOf = (person: number) => ({
  hours: [
    person < 5
      ? { days: weekdays, start: '00:00', end: '08:00' }
      : { days: weekdays, start: '08:00', end: '18:00' },
  ],
  exceptions: [],
  timezone,
})

export type WorkloadA = { engine: () => Slot[]; kernel: () => Int32Array; startOf: number }

/**
 * Fifty people for thirty days in which the clocks change, 30,000 taken spans, starts every quarter
 * of an hour: the engine as the product runs it, hours and slots included, beside a bare kernel
 * that gets hours as spans and answers numbers.
 */
export const workloadA = (): WorkloadA => {
  const busy = Array.from({ length: people }, (_, person) => busyOf(person))
  const hours = Array.from({ length: people }, (_, person) => hoursOf(person))
  const window = slotWindow({ service, from, to, timezone })
  const startOf = window.firstDay * dayMs
  const working = hours.map((one) =>
    workingIntervals({ ...one, from: startOf, to: startOf + window.days * dayMs }),
  )
  const engine = () => {
    const team = busy.map((spans, person) => ({
      id: String(person),
      open: openBitmap(hours[person] as (typeof hours)[number], window),
      busy: bitsOf(spans, window, 'outward'),
    }))
    return findSlots({ service, window, people: team, from, to, timezone, now: startOf })
  }
  const kernel = () => countFree({ working, busy, startOf, words: window.days * 9 })
  return { engine, kernel, startOf }
}

/** Free bits of everybody, runs of six, counted at every third bit: nothing else. */
const countFree = (input: {
  working: Interval[][]
  busy: Interval[][]
  startOf: number
  words: number
}): Int32Array => {
  const { startOf, words } = input
  const counts = new Int32Array((words * 32) / 3)
  input.working.forEach((spans, person) => {
    const free = new Uint32Array(words)
    for (const { start, end } of spans)
      fill(free, (start - startOf) / bitMs, (end - startOf) / bitMs, true)
    for (const { start, end } of input.busy[person] ?? [])
      fill(free, (start - startOf) / bitMs, (end - startOf) / bitMs, false)
    for (let have = 1; have < 6; have = Math.min(have * 2, 6)) {
      const step = Math.min(have, 6 - have)
      for (let word = 0; word < words; word += 1) {
        const next = (free[word + 1] ?? 0) << (32 - step)
        free[word] = (free[word] as number) & (((free[word] as number) >>> step) | next)
      }
      if (have + step === 6) break
    }
    for (let slot = 0; slot < counts.length; slot += 1) {
      const bit = slot * 3
      counts[slot] = (counts[slot] as number) + (((free[bit >>> 5] as number) >>> (bit & 31)) & 1)
    }
  })
  return counts
}

const fill = (bits: Uint32Array, from: number, to: number, on: boolean): void => {
  const end = Math.min(to, bits.length * 32)
  for (let bit = Math.max(0, from); bit < end; ) {
    const until = Math.min(end, (bit | 31) + 1)
    const mask = (0xffffffff >>> (32 - (until - bit))) << (bit & 31)
    const word = bits[bit >>> 5] as number
    bits[bit >>> 5] = on ? word | mask : word & ~mask
    bit = until
  }
}
