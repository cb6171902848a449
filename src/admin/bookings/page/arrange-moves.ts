import type { MoveName } from './moves.ts'

/** What brings a booking on, the likeliest first. */
const nextSteps: readonly MoveName[] = [
  'restore',
  'approve',
  'confirm-for-customer',
  'confirm',
  'complete',
]
/** Beside the next step as buttons; everything else is in the menu. */
const besides: readonly MoveName[] = ['reschedule', 'retime', 'repeat', 'cancel']
/** At the end of the menu. */
const dangers: readonly MoveName[] = ['reject-approval', 'no-show', 'delete']

export type Arranged = { next: MoveName | undefined; beside: MoveName[]; menu: MoveName[] }

/**
 * The moves of a booking as the page shows them: the next step, those beside it, and the rest with
 * the dangerous ones last. What overrules somebody, or comes before somebody is found for every
 * visit, is never the next step.
 */
export const arrangeMoves = (
  moves: readonly MoveName[],
  { needsReason, isUnstaffed }: { needsReason: readonly string[]; isUnstaffed: boolean },
): Arranged => {
  const next = nextSteps.find(
    (move) =>
      moves.includes(move) &&
      !needsReason.includes(move) &&
      !(isUnstaffed && (move === 'confirm' || move === 'complete')),
  )
  const rest = moves.filter((move) => move !== next)
  const beside = besides.filter((move) => rest.includes(move))
  const others = rest.filter((move) => !besides.includes(move))
  const isDanger = (move: MoveName) => dangers.includes(move)
  return {
    ...{ next, beside },
    menu: [...others.filter((move) => !isDanger(move)), ...others.filter(isDanger)],
  }
}
