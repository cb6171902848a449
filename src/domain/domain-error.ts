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
