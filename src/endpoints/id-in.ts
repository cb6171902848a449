import type { PayloadRequest } from 'payload'
import { z } from 'zod'
import { DomainError } from '../domain/domain-error.ts'

/** An id in the path; `id` unless another part of it is named. @throws {DomainError} not-found for what cannot be one */
export const idIn = (req: PayloadRequest, name = 'id'): string => {
  const read = z.uuid().safeParse(req.routeParams?.[name])
  if (read.success) return read.data
  throw new DomainError('not-found', 'There is no such record.')
}
