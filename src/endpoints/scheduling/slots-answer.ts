import type { SlotsAnswer } from '../../contracts/scheduling/slots.ts'
import { isoWriter } from '../../domain/scheduling/iso-writer.ts'
import { openingInstant } from '../../domain/scheduling/local-time.ts'
import { zonePlaceWords } from '../../domain/words/clock-words.ts'
import type { AvailableSlots } from '../../operations/scheduling/find-available-slots.ts'

/** Free slots as the application API answers them; `from` is the first local date asked for. */
export const slotsAnswer = (found: AvailableSlots, from: string): SlotsAnswer => {
  const iso = isoWriter()
  const [first, last] = [found.slots[0], found.slots.at(-1)]
  const shown =
    first && last ? [first.start, last.end] : [openingInstant(`${from}T00:00`, found.timezone)]
  return {
    mode: found.mode,
    reason: found.reason,
    timezone: found.timezone,
    zoneName: zonePlaceWords(shown, { zone: found.timezone, locale: found.locale }),
    place: { area: found.place?.area ?? null, location: found.place?.location ?? null },
    slots: found.slots.map(({ start, end, available }) => ({
      start: iso(start),
      end: iso(end),
      available,
    })),
  }
}
