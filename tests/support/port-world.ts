import type { EffectContext } from '../../src/ports/outcome.ts'

/**
 * What can go wrong with one call. `unavailable`: nothing was done. `lost-answer`: it was done, and
 * the answer is lost. `hang`: no answer comes.
 */
export type Fault = 'hang' | 'lost-answer' | 'rate-limited' | 'unauthorised' | 'unavailable'

/** One adapter and the provider behind it. */
export type PortWorld<Port> = {
  port: Port
  /** How many effects the provider has under a key. */
  effects: (key: string) => Promise<number>
  /** The next call meets this fault. */
  inject: (fault: Fault) => void
}

/** How a suite gets at an adapter; `faults` are those that it can meet. */
export type PortUnderTest<World> = {
  name: string
  faults: readonly Fault[]
  open: () => Promise<World & { close: () => Promise<void> }>
}

/** What an adapter gets with an effect. */
export const effectContext = (
  key: string,
  { attempt = 1, signal = AbortSignal.timeout(5000) }: Partial<EffectContext> = {},
): EffectContext => ({ key, attempt, now: Date.now(), signal })
