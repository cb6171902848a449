import { compileProblem, type CompiledProblem } from './compile-problem.ts'
import { coolingAt } from './cooling.ts'
import { createInserter } from './insert-visits.ts'
import { createInsertionOrder } from './insertion-order.ts'
import { planOf } from './plan-of.ts'
import { createRandom } from './random.ts'
import { createRuin, removeStrings } from './remove-strings.ts'
import type { RoutePlan } from './route-plan.ts'
import type { RouteProblem } from './route-problem.ts'
import { copyState, createRouteState, type RouteState } from './route-state.ts'
import { searchSettings, type SearchSettings } from './search-settings.ts'
import { firstState } from './first-state.ts'

/** How good a plan is: less left out wins, then less travel. */
export type RouteScore = { unservedPriority: number; travel: number }

/** A search that can be asked for its best plan at any time and goes on as long as it is stepped. */
export type RouteSearch = {
  /**
   * Tries `iterations` changes. `progress`, from 0 to 1, says how much of the caller's budget is
   * spent: the search takes detours at first and ends by refining.
   */
  step: (input: { iterations: number; progress: number }) => void
  score: () => RouteScore
  plan: () => RoutePlan
  iterations: () => number
}

/**
 * Slack induction by string removals with simulated annealing (Christiaens & Vanden Berghe 2020)
 * for visits with windows, skills, shifts, breaks, homes, pins and priorities. The same problem,
 * seed and steps give the same plan.
 */
export const createRouteSearch = (input: {
  problem: RouteProblem
  seed: number
  /** Ids of visits per worker id, to begin with; what does not fit that way is placed anew. */
  current?: ReadonlyMap<string, readonly string[]>
  settings?: Partial<SearchSettings>
}): RouteSearch => {
  const problem = compileProblem(input.problem)
  const settings = { ...searchSettings, ...input.settings }
  const random = createRandom(input.seed)
  const work = createRouteState(problem)
  const order = createInsertionOrder(problem, random)
  const absent = createAbsent(problem)
  firstState({ state: work, problem: input.problem, current: input.current, random })
  absent.read(work)
  const [accepted, best] = [createRouteState(problem), createRouteState(problem)]
  copyState(work, accepted)
  copyState(work, best)
  const first = createRouteState(problem)
  copyState(work, first)
  const insert = createInserter({ state: work, random, blink: settings.blink })
  const ruin = createRuin(problem)
  const meanLeg = (work.total[0] as number) / Math.max(1, problem.visits - absent.count())
  // Trading visits for travel leads out of a corner on a full day, and nowhere where all nearly fits.
  const penaltyFor = (left: number): number =>
    meanLeg *
    (left <= settings.nearlyAll * problem.visits ? settings.lastLegs : settings.unservedLegs)
  let penalty = penaltyFor(absent.count())
  let [acceptedTravel, acceptedLoss] = [work.total[0] as number, absent.weight()]
  let score: RouteScore = { unservedPriority: acceptedLoss, travel: acceptedTravel }
  let [done, phase] = [0, 0]

  const beginAt = (state: RouteState): void => {
    copyState(state, accepted)
    copyState(state, work)
    absent.read(work)
    acceptedTravel = work.total[0] as number
    acceptedLoss = absent.weight()
  }

  const rebuild = (): void => {
    const list = absent.candidates
    const removed = ruin.count
    list.set(ruin.visits.subarray(0, removed))
    const count = absent.appendTo(list, removed)
    order(list, count)
    for (let i = 0; i < count; i += 1) {
      const visit = list[i] as number
      insert(visit, absent.was(visit) ? ruin : undefined)
    }
  }

  const iterate = (temperature: number): void => {
    if (!removeStrings({ state: work, ruin, random, settings })) {
      copyState(accepted, work)
      return
    }
    rebuild()
    const travel = work.total[0] as number
    const loss = absent.lossAfter(work, ruin)
    const change = travel - acceptedTravel + penalty * (loss - acceptedLoss)
    // The same plan again: its routes keep the versions by which their places are known.
    if (Math.abs(travel - acceptedTravel) < 1e-9 && loss === acceptedLoss) {
      copyState(accepted, work)
      return
    }
    if (change >= -temperature * Math.log(random.unit())) {
      copyState(accepted, work)
      return
    }
    copyState(work, accepted)
    absent.read(work)
    acceptedTravel = travel
    acceptedLoss = loss
    if (
      loss < score.unservedPriority ||
      (loss === score.unservedPriority && travel < score.travel - 1e-9)
    ) {
      copyState(work, best)
      score = { unservedPriority: loss, travel }
      penalty = penaltyFor(absent.count())
    }
  }

  return {
    step: ({ iterations, progress }) => {
      if (problem.visits === 0) return
      const cooling = coolingAt(progress, { visits: problem.visits, settings })
      if (cooling.phase !== phase) beginAt(cooling.isLast ? best : first)
      phase = cooling.phase
      const temperature = meanLeg * cooling.temperature
      for (let i = 0; i < iterations; i += 1) iterate(temperature)
      done += iterations
    },
    score: () => score,
    plan: () => planOf({ problem: input.problem, state: best }),
    iterations: () => done,
  }
}

/** Visits that nobody has in the accepted solution. */
const createAbsent = (problem: CompiledProblem) => {
  const list = new Int32Array(problem.visits)
  const isAbsent = new Uint8Array(problem.visits)
  let count = 0
  let weight = 0
  return {
    candidates: new Int32Array(problem.visits),
    count: () => count,
    weight: () => weight,
    was: (visit: number) => isAbsent[visit] === 1,
    appendTo: (into: Int32Array, at: number): number => {
      for (let i = 0; i < count; i += 1) into[at + i] = list[i] as number
      return at + count
    },
    read: ({ routeOf }: RouteState): void => {
      count = 0
      weight = 0
      for (let visit = 0; visit < problem.visits; visit += 1) {
        isAbsent[visit] = (routeOf[visit] as number) < 0 ? 1 : 0
        if (!isAbsent[visit]) continue
        list[count] = visit
        count += 1
        weight += problem.weight[visit] as number
      }
    },
    /** What is left out once the removed and the absent have been tried. */
    lossAfter: ({ routeOf }: RouteState, ruin: { visits: Int32Array; count: number }): number => {
      let loss = 0
      for (let i = 0; i < ruin.count; i += 1) {
        const visit = ruin.visits[i] as number
        if ((routeOf[visit] as number) < 0) loss += problem.weight[visit] as number
      }
      for (let i = 0; i < count; i += 1) {
        const visit = list[i] as number
        if ((routeOf[visit] as number) < 0) loss += problem.weight[visit] as number
      }
      return loss
    },
  }
}
