import type { CollectionBeforeDeleteHook } from 'payload'
import { DomainError } from '../../../domain/domain-error.ts'

/**
 * Guard: a line with visits is not deleted; its visits are cancelled instead.
 * @throws {DomainError} transition-refused
 */
export const guardLineDeletion: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const { totalDocs } = await req.payload.count({
    collection: 'appointments',
    where: { line: { equals: id } },
    req,
    overrideAccess: true,
  })
  if (totalDocs === 0) return
  throw new DomainError('transition-refused', 'The line has visits. Cancel them instead.')
}
