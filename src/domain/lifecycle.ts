import { isCustomer } from './bookings/office.ts'
import { errorOf, type Refusal } from './domain-error.ts'

/**
 * Who may carry out a transition: the rules themselves, the owning customer, the fieldworker
 * concerned, or whoever's role has a flag. An `own.` flag counts for one's own work alone.
 */
export type Who = 'customer' | 'fieldworker' | 'system' | `${string}.${string}`

export type Transition<State extends string, Effect extends string = string> = {
  to: State
  who: readonly Who[]
  /** Facts that must hold, each with what is said when it does not. */
  requires?: Readonly<Record<string, Refusal | string>>
  /**
   * What the command itself has to say, such as a reason, each with what is said when it does not.
   * The event is open without it: a form asks for it.
   */
  asks?: Readonly<Record<string, Refusal | string>>
  /** What follows, as data; somebody else acts on it. */
  effects?: readonly Effect[]
}

export type Table<State extends string, Effect extends string = string> = Readonly<
  Record<State, Readonly<Record<string, Transition<State, Effect>>>>
>

export type Lifecycle<State extends string, Effect extends string = string> = {
  /** What changes state, as a person calls it: `booking`. */
  name: string
  states: readonly State[]
  initial: readonly State[]
  table: Table<State, Effect>
  /** What is said of an event that a state does not have, where there is more to say than that. */
  absent?: { readonly [From in State]?: Readonly<Record<string, string>> }
}

/** Who wants the change. */
export type Decider = { kind: string; permissions: ReadonlySet<string> }

/** What is known of the case: `true` where it holds; a fact that does not may say why itself. */
export type Facts = Readonly<Record<string, unknown>>

/**
 * Checks a table as a whole: every target exists, and every state can be reached.
 * @throws {Error} at load, naming the state
 */
export const defineLifecycle = <State extends string, Effect extends string = string>(
  lifecycle: Lifecycle<State, Effect>,
): Lifecycle<State, Effect> => {
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

/** The events that lead from one state to another. */
export const eventsTo = <State extends string>(
  { table }: Pick<Lifecycle<State>, 'table'>,
  from: State,
  to: State,
): string[] =>
  Object.entries(table[from] ?? {}).flatMap(([event, transition]) =>
    transition.to === to ? [event] : [],
  )

/** What follows when something comes from one state to another. */
export const effectsBetween = <State extends string, Effect extends string>(
  { table }: Pick<Lifecycle<State, Effect>, 'table'>,
  from: State,
  to: State,
): readonly Effect[] =>
  Object.values(table[from] ?? {}).find((transition) => transition.to === to)?.effects ?? []

const isAllowed = (who: readonly Who[], actor: Decider, facts: Facts): boolean =>
  who.some((one) => {
    if (one === 'system') return actor.kind === 'system'
    if (one === 'customer') {
      return isCustomer(actor) && facts['isOwnBooking'] === true
    }
    if (one === 'fieldworker') return actor.kind === 'fieldworker' && facts['isOwnVisit'] === true
    if (!actor.permissions.has(one)) return false
    return one.startsWith('own.') ? facts['isOwnVisit'] === true : true
  })

const isRefusal = (value: unknown): value is Refusal =>
  typeof value === 'object' && value !== null && 'code' in value && 'message' in value

const refused = (message: string): Refusal => ({
  code: 'transition-refused',
  message,
  status: 409,
})

const refusalOf = (fact: unknown, said: Refusal | string): Refusal => {
  if (isRefusal(fact)) return fact
  return typeof said === 'string' ? refused(said) : said
}

const words = (state: string) => state.replaceAll('_', ' ')

/** What is said where a state has no event of that name. */
export const absentRefusal = <State extends string>(
  { name, states, table, absent }: Lifecycle<State>,
  from: State,
  event: string,
): Refusal => {
  const own = absent?.[from]?.[event]
  if (own) return refused(own)
  const to = states.map((state) => table[state][event]?.to).find((target) => target !== undefined)
  if (to === from) return refused(`The ${name} is already ${words(from)}.`)
  const wanted = to ? `become ${words(to)}` : `be changed by ${event}`
  return refused(`A ${name} that is ${words(from)} cannot ${wanted}.`)
}

export type Verdict<State extends string> = {
  event: string
  to: State
  effects: readonly string[]
  /** Why the event is closed to the actor, whatever the command says; null where it is open. */
  refusal: Refusal | null
  /** What the command still has to say, each with what is said when it does not. */
  missing: readonly { ask: string; refusal: Refusal }[]
}

/** What a lifecycle says of one event of a state: closed, open, or open to a command that says more. */
export const judge = <State extends string>(
  lifecycle: Lifecycle<State>,
  { from, event, actor, facts }: { from: State; event: string; actor: Decider; facts: Facts },
): Verdict<State> => {
  const transition = lifecycle.table[from]?.[event]
  if (!transition) {
    const refusal = absentRefusal(lifecycle, from, event)
    return { event, to: from, effects: [], refusal, missing: [] }
  }
  const { to, who, requires = {}, asks = {}, effects = [] } = transition
  const isOpen = (fact: string) => facts[fact] !== true
  const notAllowed = {
    code: 'not-allowed' as const,
    message: `You may not change this ${lifecycle.name} in that way.`,
    status: 403,
  }
  const [broken] = Object.entries(requires).filter(([fact]) => isOpen(fact))
  const missing = Object.entries(asks).filter(([fact]) => isOpen(fact))
  const refusal = isAllowed(who, actor, facts)
    ? broken
      ? refusalOf(facts[broken[0]], broken[1])
      : null
    : notAllowed
  return {
    ...{ event, to, effects, refusal },
    missing: missing.map(([ask, said]) => ({ ask, refusal: refusalOf(facts[ask], said) })),
  }
}

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

/** The events that a question is about, where the state has none of them those of other states. */
const eventsIn = <State extends string>({ lifecycle, from, event, to }: Question<State>) => {
  if (event !== undefined) return [event]
  const possible = eventsTo(lifecycle, from, to)
  if (possible.length > 0) return possible
  return lifecycle.states.flatMap((state) => eventsTo(lifecycle, state, to)).slice(0, 1)
}

/**
 * Decides one change of state; the same question always has the same answer.
 * @throws {DomainError} transition-refused (409), not-allowed (403), or what a fact says
 */
export const decide = <State extends string>(question: Question<State>): Decision<State> => {
  const { lifecycle, from, actor, facts = {} } = question
  const details = { from, to: question.to ?? null, event: question.event ?? null }
  const verdicts = eventsIn(question).map((event) =>
    judge(lifecycle, { from, event, actor, facts }),
  )
  const open = verdicts.find(({ refusal, missing }) => !refusal && missing.length === 0)
  if (open) return { event: open.event, to: open.to, effects: open.effects }
  // Of several ways, the one that the actor may take says what is missing.
  const allowed = verdicts.find(({ refusal }) => refusal?.code !== 'not-allowed') ?? verdicts[0]
  const refusal = allowed?.refusal ?? allowed?.missing[0]?.refusal
  throw errorOf(
    refusal ?? refused(`A ${lifecycle.name} never becomes ${words(question.to ?? '')}.`),
    details,
  )
}
