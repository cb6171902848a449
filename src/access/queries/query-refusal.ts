import { DomainError } from '../../domain/domain-error.ts'

/** Refuses a query. The panel's lists recognise an error of this name and stay usable. */
export class QueryRefusal extends DomainError {
  constructor(message: string, field?: string) {
    super('invalid-input', message, { status: 422, ...(field && { field }) })
    this.name = 'QueryError'
  }
}
