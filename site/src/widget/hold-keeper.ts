import type { Held } from '../../../src/contracts/scheduling/holds.ts'
import { holdMinutes } from '../../../src/domain/scheduling/hold-length.ts'

const warnMs = 2 * 60_000
const longestMs = holdMinutes * 60_000

type Keeper = {
  /** Watches over a hold that was just taken or kept longer. */
  watch: (held: Held) => void
  /** Something was typed: worth keeping the time longer when it runs out. */
  touch: () => void
  stop: () => void
}

/**
 * Tells when a kept time needs its owner: shortly before it runs out it is kept longer by itself
 * where something was typed meanwhile, or else `onSoon`; when it has run out, `onGone`.
 */
export const createHoldKeeper = (on: {
  renew: () => void
  soon: () => void
  gone: () => void
}): Keeper => {
  let timer: ReturnType<typeof setTimeout> | undefined
  let isTouched = false
  const stop = () => clearTimeout(timer)
  return {
    stop,
    touch: () => {
      isTouched = true
    },
    watch: ({ expiresAt }) => {
      stop()
      isTouched = false
      const stated = Date.parse(expiresAt) - Date.now()
      // A clock that is wrong by more than a hold lasts says nothing.
      const left = stated > 0 && stated <= longestMs ? stated : longestMs
      const warnAfter = Math.max(left - warnMs, left / 2)
      timer = setTimeout(() => {
        if (isTouched && left > warnMs) return on.renew()
        on.soon()
        timer = setTimeout(on.gone, left - warnAfter)
      }, warnAfter)
    },
  }
}
