import type { Outcome } from './outcome.ts'

/**
 * The outcome of work that has begun, or `unknown` once its time is over: it may still take effect.
 */
export const inTime = <Value>(
  { provider, signal }: { provider: string; signal: AbortSignal },
  work: Promise<Outcome<Value>>,
): Promise<Outcome<Value>> => {
  const overdue = new Promise<Outcome<Value>>((resolve) => {
    const message = 'No answer came in time.'
    const end = () => resolve({ kind: 'unknown', detail: { provider, message } })
    signal.addEventListener('abort', end, { once: true })
  })
  return Promise.race([work, overdue])
}
