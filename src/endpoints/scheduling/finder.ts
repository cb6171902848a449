import { queryOf } from '../query-of.ts'
import type { ScopedEndpoint } from '../../access/key-scopes.ts'
import { may } from '../../access/actor.ts'
import {
  type FinderAnswer,
  finderAnswerSchema,
  finderQuerySchema,
} from '../../contracts/scheduling/finder.ts'
import { postcodeCentroid } from '../../database/scheduling/postcode-centroid.ts'
import { daySpan } from '../../domain/scheduling/day-span.ts'
import { addDays } from '../../domain/scheduling/local-time.ts'
import { zonePlaceWords } from '../../domain/words/clock-words.ts'
import { assertDispatcher } from '../../operations/scheduling/assert-dispatcher.ts'
import { findPeople, type FoundPerson } from '../../operations/scheduling/find-people.ts'
import { finderQuestion } from '../../operations/scheduling/finder-question.ts'
import { causeAnswer, iso } from './cause-answer.ts'

const minuteMs = 60_000

/** `GET /app/finder`: qualified people ranked for some work, and why not the others. */
export const finderEndpoint: ScopedEndpoint = {
  path: '/app/finder',
  method: 'get',
  custom: {
    scopes: ['appointments:read', 'fieldworkers:read'],
    query: finderQuerySchema,
    answer: finderAnswerSchema,
  },
  handler: async (req) => {
    const actor = await assertDispatcher(req, ['booking.assign', 'booking.create'])
    const asked = queryOf(req, finderQuerySchema)
    const question = await finderQuestion(req, { asked, actor })
    const { people, others } = await findPeople(req, { question, now: Date.now() })
    const { service, place, postcode, reference, start, from, to, durationMinutes } = question
    const days = daySpan(from, addDays(to, 1), place.timezone)
    const approximate =
      place.coordinates || !postcode ? null : await postcodeCentroid(req, postcode)
    const names = new Map(reference.skills.map(({ id, name }) => [id, name]))
    const maySeeVisits = may(actor, 'booking.view-all')
    const told = { nameOf: (skill: string) => names.get(skill) ?? '', maySeeVisits }
    const answer: FinderAnswer = {
      timezone: place.timezone,
      zoneName: zonePlaceWords(start ?? [days.start, days.end - 1], {
        zone: place.timezone,
        locale: reference.companyLocale,
      }),
      from,
      to,
      start: start === null ? null : iso(start),
      end: start === null ? null : iso(start + durationMinutes * minuteMs),
      service: { id: service.id, name: service.name, durationMinutes, crewSize: service.crewSize },
      place: {
        ...{ area: place.area, location: place.location },
        ...{ coordinates: place.coordinates, approximate },
      },
      people: people.map((found) => ({
        ...personAnswer(found, maySeeVisits),
        causes: found.causes.map((cause) => causeAnswer(cause, told)),
      })),
      others: others.map(({ person, causes }) => ({
        id: person.id,
        name: person.name,
        causes: causes.map((cause) => causeAnswer(cause, told)),
      })),
    }
    return Response.json(answer, { headers: { 'Cache-Control': 'no-store' } })
  },
}

const spanAnswer = ({ start, end }: { start: number; end: number }) => ({
  start: iso(start),
  end: iso(end),
})

const personAnswer = (found: FoundPerson, maySeeVisits: boolean) => ({
  id: found.person.id,
  name: found.name,
  colour: found.person.colour,
  home: found.person.home,
  free: found.free,
  workingMinutes: found.workingMinutes,
  freeMinutes: found.freeMinutes,
  visits: found.visits,
  slots: found.slots,
  firstStart: found.firstStart === null ? null : iso(found.firstStart),
  distanceKm: found.distanceKm,
  travelMinutes: found.travelMinutes,
  distanceFrom: found.nearest?.from ?? null,
  working: found.working.map(spanAnswer),
  busy: found.busy.map((span) => ({
    ...spanAnswer(span),
    kind: span.kind,
    appointment: maySeeVisits ? span.appointment : null,
  })),
  open: found.open.map(spanAnswer),
})
