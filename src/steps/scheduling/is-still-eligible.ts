import type { PayloadRequest } from 'payload'
import { referenceOf } from '../../database/scheduling/reference-cache.ts'
import type { ReferenceData } from '../../database/scheduling/reference-types.ts'
import { isEligible } from '../../domain/people/eligibility.ts'
import { questionOf } from './load-availability.ts'
import { type PlaceQuery, resolvePlace } from './resolve-place.ts'

type Work = { person: string; service: string; place: PlaceQuery }

const everywhere = { areas: null, location: null }

/** Where the business works no longer, it still keeps what it has promised. */
const questionFor = (reference: ReferenceData, { service: id, place }: Work) => {
  const service = reference.services.find((one) => one.id === id)
  if (!service) return null
  try {
    const resolved = resolvePlace(reference, { service, place })
    return resolved ? questionOf(service, resolved) : { service, place: everywhere }
  } catch {
    return { service, place: everywhere }
  }
}

/**
 * Whether somebody may still do a visit that holds their time already: active, not blocked, with its
 * service, skills and area.
 */
export const isStillEligible = async (req: PayloadRequest, work: Work): Promise<boolean> => {
  const reference = await referenceOf(req)
  const person = reference.people.find(({ id }) => id === work.person)
  const question = questionFor(reference, work)
  if (!person) return false
  return !question || isEligible({ person, ...question })
}
