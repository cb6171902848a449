import type { PayloadRequest } from 'payload'
import { actorOf } from '../../access/actor.ts'
import type { SlotsQuery } from '../../contracts/scheduling/slots.ts'
import { countFruitlessSearch } from '../../database/scheduling/fruitless-searches.ts'
import { referenceOf } from '../../database/scheduling/reference-cache.ts'
import { isOffice } from '../../domain/bookings/office.ts'
import { addDays, openingInstant } from '../../domain/scheduling/local-time.ts'
import { normalisePostcode } from '../../domain/scheduling/places.ts'
import { whyNothingFound } from '../../domain/setup/why-nothing-found.ts'
import type { AvailableSlots } from './find-available-slots.ts'
import { serviceIn } from './find-service.ts'

const longestPostcode = 12

/** Counts, for the setup check, that a customer looked for a time and found none, and why. */
export const noteFruitlessSearch = async (
  req: PayloadRequest,
  { asked, found }: { asked: SlotsQuery; found: AvailableSlots },
): Promise<void> => {
  if (found.slots.length > 0 || found.reason === 'by-request') return
  const actor = await actorOf(req)
  if (isOffice(actor)) return
  const reference = await referenceOf(req)
  const service = serviceIn(reference, { service: asked.service, actor })
  const { place, timezone } = found
  const at = (date: string) => openingInstant(`${date}T00:00`, timezone)
  const cause = whyNothingFound({
    service,
    place: place && { ...place, location: place.location?.id ?? null },
    people: reference.people,
    window: { start: at(asked.from), end: at(addDays(asked.to, 1)) },
    now: Date.now(),
  })
  const postcode = normalisePostcode(asked.postcode ?? '').slice(0, longestPostcode)
  const where = place?.area?.id ?? place?.location?.id ?? (place ? '' : postcode)
  countFruitlessSearch(req, { service: service.id, place: where, cause })
}
