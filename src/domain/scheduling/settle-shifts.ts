/** A span of somebody's time (epoch ms). */
export type Taken = {
  /** What takes it. */
  id: string
  person: string
  start: number
  end: number
  /** Excludes what else is exclusive; facts, such as absences, only block what newly covers them. */
  exclusive: boolean
}

export type Shift = {
  id: string
  /** Shifts of one group are made together or not at all. */
  group: string
  /** Whose time it takes; nobody's where nobody is reserved for it. */
  person: string | null
  start: number
  end: number
  to: { start: number; end: number }
}

type Span = { start: number; end: number }

const meet = (a: Span, b: Span) => a.start < b.end && b.start < a.end

/** What keeps a shift from being made: not what it lay over already. */
const obstacleOf = (shift: Shift, taken: readonly Taken[]): Taken | undefined =>
  taken.find((one) => meet(shift.to, one) && (one.exclusive || !meet(shift, one)))

const standing = ({ id, person, start, end }: Shift): Taken[] =>
  person ? [{ id, person, start, end, exclusive: true }] : []

const arriving = ({ id, person, to }: Shift): Taken[] =>
  person ? [{ id, person, ...to, exclusive: true }] : []

/**
 * Which of many shifts can be made at once: none is in the way of another that moves along, and
 * whatever stays keeps its time. `stays` names what is in the way of the first of each group.
 */
export const settleShifts = (
  shifts: readonly Shift[],
  fixed: readonly Taken[],
): { moves: Shift[]; stays: { shift: Shift; by: Taken }[] } => {
  const stays: { shift: Shift; by: Taken }[] = []
  const taken = Map.groupBy(fixed, ({ person }) => person)
  let moves = [...shifts]
  for (let isSettled = false; !isSettled; ) {
    isSettled = true
    const arrived = new Map<string, Taken[]>()
    for (const shift of moves) {
      const { person, group } = shift
      if (!person) continue
      const there = arrived.get(person) ?? []
      const by = obstacleOf(shift, [...(taken.get(person) ?? []), ...there])
      if (!by) {
        arrived.set(person, [...there, ...arriving(shift)])
        continue
      }
      stays.push({ shift, by })
      for (const one of moves.filter((other) => other.group === group).flatMap(standing)) {
        taken.set(one.person, [...(taken.get(one.person) ?? []), one])
      }
      moves = moves.filter((other) => other.group !== group)
      isSettled = false
      break
    }
  }
  return { moves, stays }
}
