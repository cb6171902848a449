import { withoutValues } from '../database/without-values.ts'
import { DomainError } from '../domain/domain-error.ts'

/** Why the process cannot start, in words for the person who starts it. */
export class StartError extends DomainError {
  constructor(message: string) {
    super('start-refused', message, { status: 503 })
  }
}

/** What to print of an error that ends the process: its words where it has some, else all of it. */
export const lastWordsOf = (error: unknown, port?: number): string => {
  const { code, name, message } = (error ?? {}) as {
    code?: string
    name?: string
    message?: string
  }
  if (code === 'EADDRINUSE')
    return `Port ${port} is taken. Stop what uses it, or choose another: PORT=3001 npm start`
  if (code === 'EACCES' && port !== undefined)
    return `Port ${port} may not be used by this account. Choose another: PORT=3001 npm start`
  if (name === 'DomainError') return message ?? ''
  return stackOf(error)
}

/** The stack of an error for the log of the process, without the values of statements. */
export const stackOf = (error: unknown): string => {
  const { stack } = withoutValues(error) as { stack?: string }
  return stack ?? String(error)
}
