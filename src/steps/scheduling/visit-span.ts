import type { Service } from '../../payload-types.ts'
import { DomainError } from '../../domain/domain-error.ts'

export type VisitSpan = { start: string; end: string; busyStart: string; busyEnd: string }

const minuteMs = 60_000

/**
 * When a visit takes place, and the time it takes with its buffers; ISO instants.
 * @throws {DomainError} invalid-input for an end that is not after the start, or beyond 30 days
 */
export const visitSpan = (
  service: Pick<Service, 'bufferAfterMinutes' | 'bufferBeforeMinutes' | 'durationMinutes'>,
  { start, end }: { start: string; end?: string | undefined },
): VisitSpan => {
  const from = Date.parse(start)
  const to = end ? Date.parse(end) : from + service.durationMinutes * minuteMs
  if (!(to > from) || to - from > 30 * 1440 * minuteMs) {
    throw new DomainError('invalid-input', 'A visit ends after it starts, within 30 days.', {
      field: 'end',
    })
  }
  return {
    start: new Date(from).toISOString(),
    end: new Date(to).toISOString(),
    busyStart: new Date(from - (service.bufferBeforeMinutes ?? 0) * minuteMs).toISOString(),
    busyEnd: new Date(to + (service.bufferAfterMinutes ?? 0) * minuteMs).toISOString(),
  }
}
