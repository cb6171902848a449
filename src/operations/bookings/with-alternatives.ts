import type { PayloadRequest } from 'payload'
import { postgresCode } from '../../database/errors.ts'
import { DomainError } from '../../domain/domain-error.ts'
import { idOf } from '../../domain/id-of.ts'
import { placeOfBooking } from '../../steps/bookings/place-of-booking.ts'
import { alternativesFor } from '../scheduling/alternatives-for.ts'

type Wanted = {
  /** What moves; without an id, what is to be added. */
  visit: { id?: string; service?: unknown; address?: unknown; location?: unknown }
  start: string
  fieldworker?: string | null | undefined
}

const isLost = (error: unknown) =>
  (error as { code?: unknown } | null)?.code === 'slot-taken' || postgresCode(error) === '23P01'

const isAnswered = (error: unknown) =>
  Boolean((error as { details?: { alternatives?: unknown } } | null)?.details?.alternatives)

const isPerson = (value: string | null | undefined): value is string =>
  typeof value === 'string' && value !== 'any'

/**
 * Runs a move; where its time is taken, the refusal names the next three free slots for the visit,
 * of the wanted person where one was named. Nothing typed is lost by asking again.
 * @throws {DomainError} slot-taken with `details.alternatives`, and what `run` throws
 */
export const withAlternatives = async <Result>(
  req: PayloadRequest,
  { visit, start, fieldworker }: Wanted,
  run: () => Promise<Result>,
): Promise<Result> => {
  try {
    return await run()
  } catch (error) {
    if (!isLost(error) || isAnswered(error)) throw error
    const search = async () => {
      const place = await placeOfBooking(req, visit)
      return alternativesFor(req, {
        service: idOf(visit.service) ?? '',
        place: place.query,
        start: Date.parse(start),
        now: Date.now(),
        ...(visit.id && { except: visit.id }),
        ...(isPerson(fieldworker) && { fieldworker }),
      })
    }
    const alternatives = await search().catch(() => [])
    const { code, message, details } = error as DomainError
    throw new DomainError(
      'slot-taken',
      code === 'slot-taken' ? message : 'This time is no longer available. Choose another one.',
      { field: 'start', details: { ...(details as object), alternatives } },
    )
  }
}
