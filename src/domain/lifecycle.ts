import { DomainError } from './domain-error.ts'

/**
 * Who may carry out a transition: the rules themselves, the owning customer, the fieldworker
 * concerned, or whoever's role has a flag. An `own.` flag counts for one's own work alone.
 */
export type Who = 'customer' | 'fieldworker' | 'system' | `${string}.${string}`

export type Transition<State extends string, Effect extends string = string> = {
  to: State
  who: readonly Who[]
  /** Facts that must hold, each with the sentence that says so when it does not. */
  requires?: Readonly<Record<string, string>>
  /** What follows, as data; somebody else acts on it. */
  effects?: readonly Effect[]
}

export type Table<State extends string> = Readonly<
  Record<State, Readonly<Record<string, Transition<State>>>>
>

export type Lifecycle<State extends string> = {
  /** What changes state, as a person calls it: `booking`. */
  name: string
  states: readonly State[]
  initial: readonly State[]
  table: Table<State>
}

/** Who wants the change. */
export type Decider = { kind: string; permissions: ReadonlySet<string> }

export type Facts = Readonly<Record<string, unknown>>

/**
 * Checks a table as a whole: every target exists, and every state can be reached.
 * @throws {Error} at load, naming the state
 */
export const defineLifecycle = <State extends string>(
  lifecycle: Lifecycle<State>,
): Lifecycle<State> => {
  const { name, states, initial, table } = lifecycle
  const reached = new Set<State>(initial)
  for (const state of reached) {
    for (const { to } of Object.values(table[state])) {
      if (!states.includes(to)) throw new Error(`${name}: ${to} is not a state.`)
      reached.add(to)
    }
  }
  const lost = states.find((state) => !reached.has(state))
  if (lost) throw new Error(`${name}: ${lost} cannot be reached.`)
  return lifecycle
}

/** The event that leads from one state to another; undefined where none does. */
export const transitionTo = <State extends string>(
  { table }: Lifecycle<State>,
  from: State,
  to: State,
): string | undefined =>
  Object.entries(table[from]).find(([, transition]) => transition.to === to)?.[0]

/** The events open to somebody with these flags, before any facts are looked at. */
export const allowedEvents = <State extends string>(
  { table }: Lifecycle<State>,
  from: State,
  permissions: ReadonlySet<string>,
): string[] =>
  Object.entries(table[from])
    .filter(([, { who }]) => who.some((one) => permissions.has(one)))
    .map(([event]) => event)

const isAllowed = (who: readonly Who[], actor: Decider, facts: Facts): boolean =>
  who.some((one) => {
    if (one === 'system') return actor.kind === 'system'
    if (one === 'customer') {
      return (actor.kind === 'customer' || actor.kind === 'link') && facts['isOwnBooking'] === true
    }
    if (one === 'fieldworker') return actor.kind === 'fieldworker' && facts['isOwnVisit'] === true
    if (!actor.permissions.has(one)) return false
    return one.startsWith('own.') ? facts['isOwnVisit'] === true : true
  })

type Question<State extends string> = {
  lifecycle: Lifecycle<State>
  from: State
  actor: Decider
  /** What is known of the case; `isOwnBooking` and `isOwnVisit` say whose it is. */
  facts?: Facts
} & ({ to: State; event?: never } | { event: string; to?: never })

export type Decision<State extends string> = {
  event: string
  to: State
  effects: readonly string[]
}

/**
 * Decides one change of state; the same question always has the same answer.
 * @throws {DomainError} transition-refused (409), not-allowed (403)
 */
export const decide = <State extends string>(question: Question<State>): Decision<State> => {
  const { lifecycle, from, actor, facts = {} } = question
  const possible = Object.entries(lifecycle.table[from] ?? {}).filter(
    ([event, transition]) =>
      question.event === event || (question.event === undefined && transition.to === question.to),
  )
  const words = (state: string) => state.replaceAll('_', ' ')
  if (possible.length === 0) {
    const wanted = question.to ? `become ${words(question.to)}` : `be changed by ${question.event}`
    throw new DomainError(
      'transition-refused',
      `A ${lifecycle.name} that is ${words(from)} cannot ${wanted}.`,
      { status: 409, details: { from, to: question.to ?? null, event: question.event ?? null } },
    )
  }
  const allowed = possible.filter(([, { who }]) => isAllowed(who, actor, facts))
  if (allowed.length === 0) {
    throw new DomainError('not-allowed', `You may not change this ${lifecycle.name} in that way.`, {
      status: 403,
      details: { from, to: question.to ?? null, event: question.event ?? null },
    })
  }
  let refusal = ''
  for (const [event, { to, requires = {}, effects = [] }] of allowed) {
    const missing = Object.keys(requires).find((fact) => facts[fact] !== true)
    if (!missing) return { event, to, effects }
    refusal ||= requires[missing] ?? ''
  }
  throw new DomainError('transition-refused', refusal, {
    status: 409,
    details: { from, to: question.to ?? null, event: question.event ?? null },
  })
}
