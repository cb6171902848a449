import { expect } from 'vitest'
import type { Cut, startCuttingProxy } from './cutting-proxy.ts'
import { oneOf, type Random } from './random-body.ts'

type Proxy = Awaited<ReturnType<typeof startCuttingProxy>>

export const cuts: Cut[] = ['before-commit', 'during-commit', 'after-commit']

/** Writes whose connection is cut off at their commit, and what was answered to them. */
export const startCutting = (
  proxy: Proxy,
  { random, rounds }: { random: Random; rounds: number },
) => {
  /** What was cut off, what had nothing to commit, and what was answered although it was cut off. */
  const told = { cut: 0, whole: 0, untrue: [] as string[] }
  return {
    told,
    /** Sends something whose connection is cut off at its commit: the answer has to be 503. */
    cutOff: async (name: string, write: () => Promise<number>): Promise<void> => {
      const how = oneOf(cuts, random)
      const { result, cuts: ended } = await proxy.cutDuring(how, write)
      told[ended > 0 ? 'cut' : 'whole'] += 1
      const isTrue = ended > 0 ? result === 503 : result < 500
      if (!isTrue) told.untrue.push(`${name}, cut ${ended} times ${how}: ${result}`)
    },
    /** Work of a queue that is cut off at a commit, and then by turns until nothing is left to do. */
    workOff: async (
      name: string,
      { work, isLeft }: { work: () => Promise<unknown>; isLeft: () => Promise<boolean> },
    ): Promise<void> => {
      const { cuts: ended } = await proxy.cutDuring(oneOf(cuts, random), () =>
        work().catch((error: unknown) => void process.stdout.write(`${name}: ${String(error)}\n`)),
      )
      told[ended > 0 ? 'cut' : 'whole'] += 1
      for (let turn = 0; turn < 5 && (await isLeft()); turn++) await work()
    },
    expectTruth: (least: number) => {
      const { cut, whole, untrue } = told
      process.stdout.write(`${cut} writes were cut off, ${whole} had nothing to commit\n`)
      Object.assign(told, { cut: 0, whole: 0, untrue: [] })
      expect(untrue).toEqual([])
      expect(cut).toBeGreaterThanOrEqual(least * rounds)
    },
  }
}
