import type { PayloadRequest } from 'payload'
import { DomainError } from '../../domain/domain-error.ts'
import { freeForVisit } from '../scheduling/free-for-visit.ts'
import type { Appointment } from '../../payload-types.ts'

/**
 * Whom a broadcast asks: everyone eligible and free, or those of `chosen` who are.
 * @throws {DomainError} invalid-input when that is nobody
 */
export const candidatesFor = async (
  req: PayloadRequest,
  visit: Appointment,
  chosen?: string[],
): Promise<string[]> => {
  const free = await freeForVisit(req, visit)
  const able = free.filter((id) => !chosen || chosen.includes(id))
  if (able.length > 0) return able
  throw nobodyToAsk()
}

export const nobodyToAsk = (): DomainError =>
  new DomainError('invalid-input', 'No one who could be asked is free at this time.', {
    field: 'candidates',
  })
