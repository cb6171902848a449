import { type RefusalCode, refusals } from './refusals.ts'

/** A rule said no: a code of the table of refusals and a sentence for people. */
export class DomainError extends Error {
  readonly code: RefusalCode
  /** HTTP status: the code's own, unless another one is stated. */
  readonly status: number
  readonly field: string | undefined
  readonly details: unknown

  constructor(
    code: RefusalCode,
    message: string,
    options: { status?: number; field?: string; details?: unknown } = {},
  ) {
    super(message)
    this.name = 'DomainError'
    this.code = code
    this.status = options.status ?? refusals[code].status
    this.field = options.field
    this.details = options.details
  }
}

/** Why a rule says no, as data: what a `DomainError` is made of. */
export type Refusal = { code: RefusalCode; message: string; status: number; field?: string }

/** The refusal as an error that may be thrown. */
export const errorOf = ({ code, message, ...options }: Refusal, details?: unknown): DomainError =>
  new DomainError(code, message, { ...options, details })

/**
 * Lets what holds pass, and throws what does not.
 * @throws {DomainError} the refusal
 */
export const assertAllowed = (verdict: Refusal | true): void => {
  if (verdict !== true) throw errorOf(verdict)
}
