import type { PayloadRequest } from 'payload'
import { addDays, localDateOf } from '../../domain/scheduling/local-time.ts'
import { findAvailableSlots } from './find-available-slots.ts'
import type { PlaceQuery } from '../../steps/scheduling/resolve-place.ts'

/** How far ahead of a lost slot another one is looked for, in days: near first, it mostly is there. */
const searchDays = [1, 4, 14]

/**
 * The next free slots from `start` (epoch ms) on, for the details of a 409 `slot-taken`. Fewer
 * than `count`, or none, where the next two weeks are full.
 */
export const alternativesFor = async (
  req: PayloadRequest,
  input: {
    service: string
    place: PlaceQuery
    start: number
    now: number
    quantity?: number | undefined
    fieldworker?: string | undefined
    except?: string | undefined
    hold?: string | undefined
    /** Default 3. */
    count?: number
  },
): Promise<{ start: string; end: string; available: number }[]> => {
  const { start, count = 3, ...search } = input
  const from = localDateOf(start, 'UTC')
  for (const days of searchDays) {
    const { slots } = await findAvailableSlots(req, {
      ...search,
      from: addDays(from, -1),
      to: addDays(from, days),
    })
    const later = slots.filter((slot) => slot.start >= start)
    if (later.length >= count || days === searchDays.at(-1)) return later.slice(0, count).map(shown)
  }
  return []
}

const shown = (slot: { start: number; end: number; available: number }) => ({
  start: new Date(slot.start).toISOString(),
  end: new Date(slot.end).toISOString(),
  available: slot.available,
})
