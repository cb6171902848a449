import { errorOf, type Refusal } from '../domain-error.ts'
import { type Decider, type Facts, judge, type Lifecycle } from '../lifecycle.ts'

/** An event that an actor can send now. */
export type OpenEvent<State extends string> = {
  event: string
  to: State
  /** What its command has to say, by the names in the lifecycle's table; a form asks for it. */
  asks: readonly string[]
}

/** An event that would be refused, with the refusal. */
export type ClosedEvent = { event: string; refusal: Refusal }

export type OpenEvents<State extends string> = {
  open: readonly OpenEvent<State>[]
  closed: readonly ClosedEvent[]
}

/** Every event of a lifecycle, in the order of its table. */
export const eventsOf = <State extends string>({ states, table }: Lifecycle<State>): string[] => [
  ...new Set(states.flatMap((state) => Object.keys(table[state]))),
]

/**
 * Which events of something are open to an actor, and why the others are not. Guards and whatever
 * shows buttons ask this, with the same facts: what is open here is not refused there.
 */
export const openEvents = <State extends string>(
  lifecycle: Lifecycle<State>,
  { from, actor, facts }: { from: State; actor: Decider; facts: Facts },
): OpenEvents<State> => {
  const open: OpenEvent<State>[] = []
  const closed: ClosedEvent[] = []
  for (const event of eventsOf(lifecycle)) {
    const { to, refusal, missing } = judge(lifecycle, { from, event, actor, facts })
    if (refusal) closed.push({ event, refusal })
    else open.push({ event, to, asks: missing.map(({ ask }) => ask) })
  }
  return { open, closed }
}

/** Whether an event is among the open ones. */
export const isOpenEvent = (events: OpenEvents<string>, event: string): boolean =>
  events.open.some((one) => one.event === event)

/** The names of the open events, of these alone and in this order. */
export const openAmong = <Event extends string>(
  events: OpenEvents<string>,
  wanted: readonly Event[],
): Event[] => wanted.filter((event) => isOpenEvent(events, event))

/**
 * Refuses a closed event as its lifecycle says.
 * @throws {DomainError} the event's refusal
 */
export const assertOpen = (events: OpenEvents<string>, event: string): void => {
  const closed = events.closed.find((one) => one.event === event)
  if (closed) throw errorOf(closed.refusal)
}
