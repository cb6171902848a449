import type { PayloadRequest } from 'payload'
import { readBusy } from '../../database/scheduling/read-busy.ts'
import type {
  AvailabilityPerson,
  AvailabilityService,
  ReferenceData,
} from '../../database/scheduling/reference-types.ts'
import type { ExplainPerson, ExplainWorld } from '../../domain/scheduling/explain-world.ts'
import type { BitWindow } from '../../domain/scheduling/bit-window.ts'
import { slotWindow } from '../../domain/scheduling/slot-window.ts'
import { addDays, localDateOf } from '../../domain/scheduling/local-time.ts'
import { bitsOfPeople, questionOf } from '../../steps/scheduling/load-availability.ts'
import { openingBitmap } from '../../steps/scheduling/opening-bitmap.ts'
import type { ResolvedPlace } from '../../steps/scheduling/resolve-place.ts'

/** How far ahead other starts are looked for, in days. */
export const daysAhead = 14

const minuteMs = 60_000

type Asked = {
  reference: ReferenceData
  service: AvailabilityService
  place: ResolvedPlace
  people: AvailabilityPerson[]
  start: number
  now: number
  quantity: number
  except?: string | undefined
  isOffice: boolean
}

/** People with their time around a start. */
const withTheirTime = async (
  req: PayloadRequest,
  { reference, service, place, people, start, except }: Asked,
  window: BitWindow,
): Promise<ExplainPerson[]> => {
  const bits = await bitsOfPeople(req, { reference, place, people, window, except })
  const end = start + service.durationMinutes * minuteMs
  const occupied = await readBusy(req, {
    people: people.map(({ id }) => id),
    from: start - service.bufferBeforeMinutes * minuteMs,
    to: end + service.bufferAfterMinutes * minuteMs,
    except,
  })
  return people.map((person) => ({
    ...person,
    ...bits(person),
    occupied: occupied.get(person.id) ?? [],
  }))
}

/** Everybody of `people` with their time around a start, as explanations read it; two statements. */
export const explainWorld = async (req: PayloadRequest, asked: Asked): Promise<ExplainWorld> => {
  const { reference, service, place, start, now, quantity, isOffice } = asked
  const { timezone } = place
  const date = localDateOf(start, timezone)
  const window = slotWindow({
    service,
    from: addDays(date, -1),
    to: addDays(date, daysAhead),
    timezone,
  })
  return {
    service: { ...service, isByRequest: service.mode === 'request' && !isOffice },
    place: questionOf(service, place).place,
    people: await withTheirTime(req, asked, window),
    window,
    placeOpen: openingBitmap(place, window),
    timezone,
    locale: reference.companyLocale,
    now,
    start,
    quantity,
    skillNames: new Map(reference.skills.map(({ id, name }) => [id, name])),
    isOffice,
  }
}
