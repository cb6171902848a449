import type { PayloadRequest } from 'payload'
import type { FinderQuery } from '../../contracts/scheduling/finder.ts'
import { pointOf } from '../../contracts/scheduling/place-query.ts'
import { referenceOf } from '../../database/scheduling/reference-cache.ts'
import type {
  AvailabilityService,
  ReferenceData,
} from '../../database/scheduling/reference-types.ts'
import { readVisitPlace, type VisitPlace } from '../../database/bookings/visit-place.ts'
import type { Actor } from '../../access/actor.ts'
import { DomainError } from '../../domain/domain-error.ts'
import { localDateOf } from '../../domain/scheduling/local-time.ts'
import { serviceIn } from './find-service.ts'
import {
  type PlaceQuery,
  type ResolvedPlace,
  resolvePlace,
} from '../../steps/scheduling/resolve-place.ts'

/** A finder query with everything looked up that it leaves to a visit or to defaults. */
export type FinderQuestion = {
  reference: ReferenceData
  service: AvailabilityService
  place: ResolvedPlace
  /** Of the site, where it is not at a location. */
  postcode: string | null
  from: string
  to: string
  start: number | null
  /** The visit's own length, where it differs from the service's. */
  durationMinutes: number
  except?: string | undefined
}

const minuteMs = 60_000

/** @throws {DomainError} not-found, invalid-input */
export const finderQuestion = async (
  req: PayloadRequest,
  { asked, actor }: { asked: FinderQuery; actor: Actor },
): Promise<FinderQuestion> => {
  const reference = await referenceOf(req)
  const visit = asked.appointment ? await visitAsked(req, asked.appointment) : null
  const service = serviceIn(reference, {
    service: asked.service ?? visit?.service ?? '',
    actor,
  })
  const where = placeAsked(asked, visit)
  const place = resolvePlace(reference, { service, place: where })
  if (!place)
    throw new DomainError('invalid-input', 'No area covers this address.', {
      field: 'postcode',
    })
  const start = asked.start ? Date.parse(asked.start) : asked.from ? null : (visit?.start ?? null)
  const from = asked.from ?? localDateOf(start ?? 0, place.timezone)
  const own = visit && !asked.service ? (visit.end - visit.start) / minuteMs : null
  return {
    reference,
    service,
    place,
    postcode: place.kind === 'mobile' ? (where.postcode ?? null) : null,
    from,
    to: asked.to ?? from,
    start,
    durationMinutes: own ?? service.durationMinutes,
    except: visit?.id,
  }
}

/** @throws {DomainError} not-found */
export const visitAsked = async (req: PayloadRequest, id: string): Promise<VisitPlace> => {
  const visit = await readVisitPlace(req, id)
  if (visit) return visit
  throw new DomainError('not-found', 'There is no such visit.', {
    field: 'appointment',
  })
}

const placeAsked = (asked: FinderQuery, visit: VisitPlace | null): PlaceQuery => {
  if (asked.location || asked.postcode || !visit)
    return { ...asked, coordinates: pointOf(asked) ?? visit?.coordinates ?? null }
  return { ...visit, coordinates: pointOf(asked) ?? visit.coordinates }
}
