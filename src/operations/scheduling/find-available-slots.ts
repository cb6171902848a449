import type { PayloadRequest } from 'payload'
import { actorOf } from '../../access/actor.ts'
import { findSlots, type Slot } from '../../domain/scheduling/find-slots.ts'
import { addDays, closingInstant, openingInstant } from '../../domain/scheduling/local-time.ts'
import { findService } from './find-service.ts'
import { loadAvailability } from './load-availability.ts'
import { type PlaceQuery, type ResolvedPlace, resolvePlace } from './resolve-place.ts'

export type AvailableSlots = {
  mode: 'instant' | 'request'
  reason: 'unknown-postcode' | 'by-request' | null
  timezone: string
  place: ResolvedPlace | null
  slots: Slot[]
}

const dayMs = 86_400_000
const minuteMs = 60_000

/**
 * The slots of a service at a place on local dates, both inclusive, in at most four SQL
 * statements. The office sees slots of by-request services too.
 * @throws {DomainError} not-found, feature-off, invalid-input
 */
export const findAvailableSlots = async (
  req: PayloadRequest,
  input: {
    service: string
    place: PlaceQuery
    from: string
    to: string
    fieldworker?: string | undefined
    quantity?: number | undefined
    /** A visit that is being moved: its own time counts as free. */
    except?: string | undefined
    now: number
  },
): Promise<AvailableSlots> => {
  const { from, to, now } = input
  const service = await findService(req, input.service)
  const none = { timezone: service.companyTimezone, place: null, slots: [] }
  const { kind } = await actorOf(req)
  if (service.mode === 'request' && kind !== 'staff')
    return { ...none, mode: 'request', reason: 'by-request' }

  // The zone is known only with the place: a margin of a day on both sides covers every zone.
  const around = { from: Date.parse(from) - dayMs, to: Date.parse(to) + 3 * dayMs }
  const place = await resolvePlace(req, { service, place: input.place, ...around })
  if (!place) return { ...none, mode: 'request', reason: 'unknown-postcode' }

  const { timezone } = place
  const midnight = closingInstant(`${addDays(to, 1)}T00:00`, timezone)
  const availability = await loadAvailability(req, {
    service,
    place,
    from: openingInstant(`${from}T00:00`, timezone),
    to: midnight + service.durationMinutes * minuteMs,
    now,
    except: input.except,
  })
  const slots = findSlots({
    ...availability,
    service,
    from,
    to,
    timezone,
    now,
    ...(input.quantity && { quantity: input.quantity }),
    ...(input.fieldworker && { fieldworker: input.fieldworker }),
  })
  return { mode: 'instant', reason: null, timezone, place, slots }
}
