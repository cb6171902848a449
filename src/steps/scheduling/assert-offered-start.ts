import type { PayloadRequest } from 'payload'
import { readService } from '../../database/scheduling/reference-cache.ts'
import { DomainError } from '../../domain/domain-error.ts'
import { assertBookable } from '../../domain/scheduling/assert-bookable.ts'
import { localDateOf } from '../../domain/scheduling/local-time.ts'
import { slotGrid } from '../../domain/scheduling/slot-grid.ts'

type OfferedStart = { service: string; start: string; end: string; timezone: string; now: number }

/**
 * Refuses a start to whoever books for themselves that the slot search would never offer: the
 * service is not open to them, too soon, too far, or off the grid.
 * @throws {DomainError} not-found, outside-booking-window, invalid-input
 */
export const assertOfferedStart = async (
  req: PayloadRequest,
  { service: id, timezone, now, ...span }: OfferedStart,
): Promise<void> => {
  const service = await readService(req, id)
  if (!service?.active || !service.bookable || service.mode !== 'instant') {
    throw new DomainError('not-found', 'This service cannot be booked online.', {
      field: 'service',
    })
  }
  const [start, end] = [Date.parse(span.start), Date.parse(span.end)]
  assertBookable({ service, start, end, now, timezone })
  const date = localDateOf(start, timezone)
  const intervalMinutes = service.slotIntervalMinutes
  if (!slotGrid({ from: date, to: date, timezone, intervalMinutes }).includes(start)) {
    throw new DomainError('invalid-input', 'Choose one of the times offered.', {
      field: 'start',
    })
  }
}
