import type { PayloadRequest, Where } from 'payload'
import { readConflicts } from '../../../database/scheduling/conflict-queries.ts'
import { actorOf, may } from '../../../access/actor.ts'
import { absenceKindWord } from '../../../domain/scheduling/absence.ts'
import { absenceWords } from '../../../domain/words/span-words.ts'
import type { Fieldworker, Location, Unavailability } from '../../../payload-types.ts'
import { panelLocale } from '../../ui/panel-locale.ts'
import { related } from '../../ui/related.ts'
import type { Away } from './time-off-draft.ts'

export type TimeOffRow = {
  id: string
  name: string
  kind: string
  when: string
  note: string
  /** Visits that it hits and somebody else has to take. */
  hits: number
}

const most = 200

/** Whom a stored absence is of, with where its days are meant. */
export const awayOf = (absence: Unavailability): Away | undefined => {
  const person = related<Fieldworker>(absence.fieldworker)
  const place = related<Location>(absence.location)
  if (person) {
    const { id, name, timezone } = person
    return { type: 'fieldworker', id, name, timezone }
  }
  return place && { type: 'location', id: place.id, name: place.name, timezone: place.timezone }
}

type Shown = { isPast: boolean; fieldworker?: string; now: number }

/** Absences ahead, or those that are over with the latest first. */
export const loadTimeOff = async (
  req: PayloadRequest,
  { isPast, fieldworker, now }: Shown,
): Promise<TimeOffRow[]> => {
  const at = new Date(now).toISOString()
  const where: Where = {
    end: isPast ? { less_than_equal: at } : { greater_than: at },
    ...(fieldworker && { fieldworker: { equals: fieldworker } }),
  }
  const { docs } = await req.payload.find({
    collection: 'unavailabilities',
    where,
    sort: isPast ? '-start' : 'start',
    limit: most,
    depth: 1,
    overrideAccess: false,
    req,
  })
  const [last] = docs
    .map(({ end }) => end)
    .toSorted()
    .slice(-1)
  const maySeeVisits = may(await actorOf(req), 'booking.view-all')
  const conflicts =
    isPast || !last || !maySeeVisits
      ? []
      : await readConflicts(req, { from: at, to: last, fieldworker: fieldworker ?? null })
  return docs.map((absence) => {
    const away = awayOf(absence)
    const isOfThis = (one: (typeof conflicts)[number]) =>
      one.fieldworker.id === away?.id &&
      Date.parse(one.busyStart) === Date.parse(absence.start) &&
      Date.parse(one.busyEnd) === Date.parse(absence.end)
    return {
      id: absence.id,
      name: away?.name ?? 'Somebody removed',
      kind: absenceKindWord(absence.kind),
      when: absenceWords(absence, { zone: away?.timezone ?? 'UTC', locale: panelLocale(), now }),
      note: absence.note ?? '',
      hits: new Set(conflicts.filter(isOfThis).map(({ appointment }) => appointment)).size,
    }
  })
}
