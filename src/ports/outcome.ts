/**
 * What became of something asked of a provider. Adapters never throw across a port.
 * `retry` is provably not done; `unknown` may be done and repeats only under the same key.
 */
export type Outcome<Value> =
  | { kind: 'ok'; value: Value; providerRef?: string; replayed?: boolean }
  | { kind: 'retry'; reason: RetryReason; retryAfterMs?: number; detail: ErrorInfo }
  | { kind: 'unknown'; detail: ErrorInfo }
  | { kind: 'permanent'; code: PermanentCode; detail: ErrorInfo }
  | { kind: 'reauth'; detail: ErrorInfo }

export type RetryReason = 'rate-limited' | 'unavailable' | 'in-flight'

export type PermanentCode =
  | 'bounced'
  | 'declined'
  | 'forbidden'
  | 'gone'
  | 'idempotency-mismatch'
  | 'invalid'
  | 'not-found'
  | 'opted-out'

export type ErrorInfo = {
  provider: string
  httpStatus?: number
  providerCode?: string
  requestId?: string
  /** For people; holds no secret and no address. */
  message: string
}

/** What an adapter gets with every effect. */
export type EffectContext = {
  /** The same key twice is one effect. */
  key: string
  /** 1 for the first try. */
  attempt: number
  /** Epoch milliseconds. */
  now: number
  /** Aborts when the answer is due. */
  signal: AbortSignal
}

export type Health = {
  status: 'degraded' | 'disabled' | 'misconfigured' | 'ok' | 'reauth-required'
  detail?: string
}

export type Adapter = {
  readonly provider: string
  /** `local` keeps everything in our own database and tells nobody. */
  readonly mode: 'live' | 'local' | 'test'
  health(): Promise<Health>
}
