/** A rule said no: a stable kebab-case code, a sentence for people, an HTTP status. */
export class DomainError extends Error {
  readonly code: string
  readonly status: number
  readonly field: string | undefined
  readonly details: unknown

  constructor(
    code: string,
    message: string,
    options: { status?: number; field?: string; details?: unknown } = {},
  ) {
    super(message)
    this.name = 'DomainError'
    this.code = code
    this.status = options.status ?? 400
    this.field = options.field
    this.details = options.details
  }
}

/** Why a rule says no, as data: what a `DomainError` is made of. */
export type Refusal = { code: string; message: string; status: number; field?: string }

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
