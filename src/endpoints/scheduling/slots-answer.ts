import type { SlotsAnswer } from '../../contracts/scheduling/slots.ts'
import { isoWriter } from '../../domain/scheduling/iso-writer.ts'
import { zoneNameOf } from '../../domain/scheduling/local-time.ts'
import type { AvailableSlots } from '../../operations/scheduling/find-available-slots.ts'

/** Free slots as the application API answers them; `from` is the first local date asked for. */
export const slotsAnswer = (found: AvailableSlots, from: string): SlotsAnswer => {
  const iso = isoWriter()
  return {
    mode: found.mode,
    reason: found.reason,
    timezone: found.timezone,
    zoneName: zoneNameOf(found.slots[0]?.start ?? Date.parse(from), found.timezone),
    place: { area: found.place?.area ?? null, location: found.place?.location ?? null },
    slots: found.slots.map(({ start, end, available }) => ({
      start: iso(start),
      end: iso(end),
      available,
    })),
  }
}
