import { isOffice as isOfOffice } from '../../domain/bookings/office.ts'
import { createHash, randomUUID } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import { actorOf } from '../../access/actor.ts'
import { clientAddress } from '../../access/client-address.ts'
import type { Held, HoldBody } from '../../contracts/scheduling/holds.ts'
import { postgresCode } from '../../database/errors.ts'
import {
  countHolds,
  dropHold,
  extendHold,
  readHold,
  writeHold,
} from '../../database/scheduling/holds.ts'
import { inTransaction } from '../../database/in-transaction.ts'
import { lockFieldworkers, lockStream } from '../../database/locks.ts'
import { referenceOf } from '../../database/scheduling/reference-cache.ts'
import type { AvailabilityService } from '../../database/scheduling/reference-types.ts'
import { assertBookingOpen } from '../../domain/bookings/may-book.ts'
import { DomainError } from '../../domain/domain-error.ts'
import { visitorOf } from '../../domain/people/visitor.ts'
import { portalOf } from '../../steps/bookings/booking-case.ts'
import { assertOfferedStart } from '../../steps/scheduling/assert-offered-start.ts'
import { allocateTime } from '../../steps/scheduling/allocate-time.ts'
import { overridingBefore } from '../../steps/scheduling/overriding-of.ts'
import { visitSpan } from '../../steps/scheduling/visit-span.ts'
import { alternativesFor } from './alternatives-for.ts'
import { serviceIn } from './find-service.ts'
import { placeAsked } from './place-asked.ts'
import {
  type PlaceQuery,
  type ResolvedPlace,
  resolvePlace,
} from '../../steps/scheduling/resolve-place.ts'

const minuteMs = 60_000
const mostAtOnce = 3

type Wanted = {
  body: HoldBody
  service: AvailabilityService
  query: PlaceQuery
  place: ResolvedPlace
  owner: string
  isOffice: boolean
  now: number
}

/**
 * Takes a start for a while (`domain/scheduling/hold-length.ts`) as somebody types, as an exclusive occupancy that expires; the
 * same start again is kept longer, up to half an hour in all.
 * @throws {DomainError} slot-taken with the next three free slots, rate-limited (three at once), not-found, invalid-input,
 * outside-booking-window, not-allowed, feature-off
 */
export const holdSlot = async (
  req: PayloadRequest,
  body: HoldBody,
  {
    at,
  }: {
    /** Where it is, for a booking that is known already; default: what `body` says. */
    at?: PlaceQuery
  } = {},
): Promise<{ held: Held; isNew: boolean }> => {
  const actor = await actorOf(req)
  const isOffice = isOfOffice(actor)
  if (body.fieldworker && !isOffice)
    throw new DomainError('not-allowed', 'Only the office chooses the person.')
  if (!at) assertBookingOpen(actor, await portalOf(req))
  const reference = await referenceOf(req)
  const service = serviceIn(reference, { service: body.service, actor })
  const query = at ?? (await placeAsked(req, body))
  const place = resolvePlace(reference, { service, place: query })
  if (!place)
    throw new DomainError('invalid-input', 'We do not work at this address yet.', {
      field: 'postcode',
    })
  const owner = createHash('sha256')
    .update(actor.id ?? visitorOf(clientAddress(req.headers) ?? ''))
    .digest('hex')
    .slice(0, 16)
  const wanted = { body, service, query, place, owner, isOffice, now: Date.now() }
  try {
    return await inTransaction(req, async () => {
      await lockStream(req, `holds:${owner}`)
      return (await keepLonger(req, wanted)) ?? (await take(req, wanted))
    })
  } catch (error) {
    throw await withOthers(req, error, wanted)
  }
}

const gone = 'This time is no longer available. Choose another one.'

/** A time that somebody else has taken is answered with others; an earlier hold is still kept. */
const withOthers = async (
  req: PayloadRequest,
  error: unknown,
  { body, service, query, now }: Wanted,
): Promise<unknown> => {
  const isRefused = (error as DomainError | null)?.code === 'slot-taken'
  if (!isRefused && postgresCode(error) !== '23P01') return error
  const alternatives = await alternativesFor(req, {
    service: service.id,
    place: query,
    start: Date.parse(body.start),
    now,
    quantity: body.quantity,
    fieldworker: body.fieldworker,
    hold: body.hold,
  }).catch(() => [])
  const message = isRefused ? (error as Error).message : gone
  const details = { alternatives }
  return new DomainError('slot-taken', message, { field: 'start', details })
}

const answerOf = ({ service, place }: Wanted, { id, start, until }: Answered): Held => ({
  id,
  start: new Date(start).toISOString(),
  end: new Date(start + service.durationMinutes * minuteMs).toISOString(),
  timezone: place.timezone,
  expiresAt: new Date(until).toISOString(),
})
type Answered = { id: string; start: number; until: number }

const keepLonger = async (req: PayloadRequest, wanted: Wanted) => {
  const { body, service } = wanted
  const hold = body.hold ? await readHold(req, body.hold) : null
  if (!hold) return null
  const { busyStart, busyEnd } = visitSpan(service, body)
  const people = body.quantity * service.crewSize
  const isSame =
    hold.startsAt === Date.parse(busyStart) &&
    hold.endsAt === Date.parse(busyEnd) &&
    hold.fieldworkers.length === people &&
    (!body.fieldworker || hold.fieldworkers.includes(body.fieldworker))
  if (!isSame) {
    await dropHold(req, hold.id)
    return null
  }
  await lockFieldworkers(req, hold.fieldworkers)
  const until = await extendHold(req, hold.id)
  if (until === null) return null
  const start = Date.parse(body.start)
  return { held: answerOf(wanted, { id: hold.id, start, until }), isNew: false }
}

const take = async (req: PayloadRequest, wanted: Wanted) => {
  const { body, service, query, place, owner, isOffice, now } = wanted
  if ((await countHolds(req, owner)) >= mostAtOnce)
    throw new DomainError(
      'rate-limited',
      'You keep three times already; book one of them, or wait until they are free again.',
    )
  const span = visitSpan(service, body)
  const { timezone } = place
  if (!isOffice) await assertOfferedStart(req, { ...span, service: service.id, timezone, now })
  const claim = {
    ...span,
    service: service.id,
    place: query,
    who: body.fieldworker ?? 'any',
    overriding: overridingBefore(isOffice ? ['hours'] : []),
    keepsReservations: true,
  }
  const claims = Array.from({ length: body.quantity * service.crewSize }, (_, at) =>
    at === 0 ? claim : { ...claim, who: 'any' },
  )
  const fieldworkers = await allocateTime(req, claims)
  const id = randomUUID()
  const until = await writeHold(req, {
    id,
    owner,
    fieldworkers,
    startsAt: Date.parse(span.busyStart),
    endsAt: Date.parse(span.busyEnd),
  })
  return { held: answerOf(wanted, { id, start: Date.parse(body.start), until }), isNew: true }
}
