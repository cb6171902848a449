import type { Claimed, Settlement } from '../../database/messages/deliveries.ts'
import type { Outcome } from '../../ports/outcome.ts'

/** After this many tries, about nine hours, a person decides. */
export const mostAttempts = 12

const longestSeconds = 3600

/** Seconds until the next try: 5, 10, 20 … an hour, up to a fifth more or less. */
export const backoffSeconds = (attempts: number, random = Math.random()): number =>
  Math.min(longestSeconds, 5 * 2 ** (attempts - 1)) * (0.8 + 0.4 * random)

/** The next state of a row after one try. */
export const settlementOf = (
  outcome: Outcome<unknown>,
  { attempts }: Pick<Claimed, 'attempts'>,
): Settlement => {
  const hasTriesLeft = attempts < mostAttempts
  switch (outcome.kind) {
    case 'ok':
      return { state: 'sent', providerRef: outcome.providerRef ?? null }
    case 'permanent':
      return { state: 'dead', error: outcome.detail.message }
    case 'retry': {
      const asked = (outcome.retryAfterMs ?? 0) / 1000
      const retryAfterSeconds = Math.max(backoffSeconds(attempts), asked)
      const error = outcome.detail.message
      return hasTriesLeft ? { state: 'failed', error, retryAfterSeconds } : { state: 'dead', error }
    }
    case 'reauth': {
      const error = outcome.detail.message
      return hasTriesLeft
        ? { state: 'failed', error, retryAfterSeconds: longestSeconds }
        : { state: 'dead', error }
    }
    case 'unknown': {
      const error = outcome.detail.message
      return hasTriesLeft
        ? { state: 'failed', error, retryAfterSeconds: backoffSeconds(attempts) }
        : { state: 'unknown', error }
    }
  }
}
