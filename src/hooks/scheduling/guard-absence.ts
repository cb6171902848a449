import type { CollectionBeforeValidateHook } from 'payload'
import { DomainError } from '../../domain/domain-error.ts'
import type { Unavailability } from '../../payload-types.ts'
import { idOf } from '../../domain/id-of.ts'

/** The longest absence in one record. */
const longestMs = 366 * 86_400_000

/**
 * Guard: an absence is of one person or one location, and ends after it starts.
 * @throws {DomainError} invalid-input
 */
export const guardAbsence: CollectionBeforeValidateHook<Unavailability> = ({ data }) => {
  if (!data) return data
  const whose = [idOf(data.fieldworker), idOf(data.location)].filter(Boolean)
  const refuse = (field: string, message: string) =>
    new DomainError('invalid-input', message, { field })
  if (whose.length !== 1) {
    throw refuse('fieldworker', 'Name either a fieldworker or a location.')
  }
  const [start, end] = [Date.parse(data.start ?? ''), Date.parse(data.end ?? '')]
  if (!(end > start) || end - start > longestMs) {
    throw refuse('end', 'It ends after it starts, within a year.')
  }
  return data
}
