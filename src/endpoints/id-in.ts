import type { PayloadRequest } from 'payload'
import { z } from 'zod'
import { DomainError } from '../domain/domain-error.ts'

/** The id in the path. @throws {DomainError} not-found for what cannot be one */
export const idIn = (req: PayloadRequest): string => {
  const read = z.uuid().safeParse(req.routeParams?.['id'])
  if (read.success) return read.data
  throw new DomainError('not-found', 'There is no such record.', { status: 404 })
}
