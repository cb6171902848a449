/** How much time a run may take: a look, the usual, everything. */
export type BenchMode = 'full' | 'normal' | 'quick'

export type BenchResult = {
  /** The figure that the goal is about, in words. */
  figure: string
  isPassed: boolean
  isStretched: boolean
  /** One line for each case behind the figure. */
  rows: string[]
}

/** One goal of the table of goals; it asserts what is right and never fails on a time. */
export type BenchGoal = {
  id: string
  title: string
  pass: string
  stretch: string
  /** @throws {Error} for a wrong answer, never for a slow one */
  run: (mode: BenchMode) => Promise<BenchResult>
}

/** Prints one goal, for a file that is run by itself. */
export const printGoal = async (goal: BenchGoal, mode: BenchMode = 'normal'): Promise<void> => {
  const { figure, isPassed, isStretched, rows } = await goal.run(mode)
  const verdict = isStretched ? 'stretch' : isPassed ? 'pass' : 'missed'
  process.stdout.write(`${rows.join('\n')}\n${goal.id} ${goal.title}: ${figure} (${verdict})\n`)
}
