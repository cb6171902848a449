import type { CollectionBeforeValidateHook } from 'payload'
import { readPlaceZone } from '../../database/scheduling/place-zone.ts'
import { DomainError } from '../../domain/domain-error.ts'
import { writtenInstant } from '../../domain/scheduling/written-instant.ts'
import type { Unavailability } from '../../payload-types.ts'
import { idOf } from '../../domain/id-of.ts'

const edges = ['start', 'end'] as const

/**
 * Derive: an absence that is written as days or on a clock is meant where its person or location
 * is; a time that the clocks jump over there is refused.
 * @throws {DomainError} nonexistent-local-time, invalid-input
 */
export const deriveAbsence: CollectionBeforeValidateHook<Unavailability> = async ({
  data,
  req,
}) => {
  if (!data) return data
  const whose = { fieldworker: idOf(data.fieldworker), location: idOf(data.location) }
  const zone = await readPlaceZone(req, whose)
  for (const edge of edges) {
    try {
      const at = writtenInstant(data[edge], { zone, edge })
      if (at !== null) data[edge] = new Date(at).toISOString()
    } catch (error) {
      if (!(error instanceof DomainError)) throw error
      throw new DomainError(error.code, error.message, { status: 422, field: edge })
    }
  }
  return data
}
