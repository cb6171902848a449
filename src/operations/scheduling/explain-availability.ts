import { isOffice as isOfOffice } from '../../domain/bookings/office.ts'
import type { PayloadRequest } from 'payload'
import { type Actor, actorOf, may } from '../../access/actor.ts'
import { referenceOf } from '../../database/scheduling/reference-cache.ts'
import { DomainError } from '../../domain/domain-error.ts'
import { isEligible } from '../../domain/people/eligibility.ts'
import {
  anonymousCauses,
  type ExplainedSlot,
  explainSlot,
} from '../../domain/scheduling/explain-slot.ts'
import type { ExplainWorld } from '../../domain/scheduling/explain-world.ts'
import { endOf } from '../../domain/scheduling/explain-start.ts'
import { type Change, suggestChanges } from '../../domain/scheduling/suggest-changes.ts'
import { daysAhead, explainWorld } from './explain-world.ts'
import { visitAsked } from './finder-question.ts'
import { serviceIn } from './find-service.ts'
import { questionOf } from '../../steps/scheduling/load-availability.ts'
import { type PlaceQuery, resolvePlace } from '../../steps/scheduling/resolve-place.ts'

export type ExplainedAvailability = ExplainedSlot & {
  world: ExplainWorld
  end: number
  changes: Change[]
  /** Skill names for the words of causes. */
  nameOf: (skill: string) => string
}

const minuteMs = 60_000

type Asked = {
  service?: string | undefined
  /** A visit, which is asked about in place of a service at a place. */
  appointment?: string | undefined
  place: PlaceQuery
  start: number
  now: number
  fieldworker?: string | undefined
  quantity: number
  except?: string | undefined
}

/**
 * Whether the caller learns it person by person.
 * @throws {DomainError} not-allowed where somebody else asks about one person
 */
const seesPeople = (actor: Actor, asked: Asked): boolean => {
  const isOffice =
    isOfOffice(actor) && (may(actor, 'booking.assign') || may(actor, 'booking.create'))
  if (isOffice || !(asked.fieldworker || asked.except || asked.appointment)) return isOffice
  throw new DomainError('not-allowed', 'Only the office asks about one person.')
}

/** The service and the place of a visit that is there already, or those that are named. */
const workAsked = async (req: PayloadRequest, asked: Asked, actor: Actor) => {
  const reference = await referenceOf(req)
  const visit = asked.appointment ? await visitAsked(req, asked.appointment) : null
  const listed = serviceIn(reference, { service: asked.service ?? visit?.service ?? '', actor })
  const service = visit
    ? { ...listed, durationMinutes: (visit.end - visit.start) / minuteMs }
    : listed
  const place = resolvePlace(reference, { service, place: visit ?? asked.place })
  if (place) return { reference, visit, service, place }
  throw new DomainError('invalid-input', 'We do not work at this address yet.', {
    field: 'postcode',
  })
}

/**
 * Why a start is or is not offered, and the smallest changes that would make it possible, each
 * tried out. Who may assign or create bookings learns it person by person; everybody else learns
 * what holds for all, and other times.
 * @throws {DomainError} not-found, feature-off, invalid-input, not-allowed for another's person
 */
export const explainAvailability = async (
  req: PayloadRequest,
  asked: Asked,
): Promise<ExplainedAvailability> => {
  const actor = await actorOf(req)
  const isOffice = seesPeople(actor, asked)
  const { reference, visit, service, place } = await workAsked(req, asked, actor)
  const question = questionOf(service, place)
  const people = reference.people.filter((person) =>
    isOffice ? true : isEligible({ person, ...question }),
  )
  const { start, now, quantity, except = visit?.id } = asked
  const everybody = await explainWorld(req, {
    ...{ reference, service, place, people, start, now, quantity, except, isOffice },
  })
  const world = asked.fieldworker ? onlyWith(everybody, asked.fieldworker) : everybody
  const explained = explainSlot(world)
  const others = everybody.people.filter(({ id }) => id !== asked.fieldworker)
  const changes = suggestChanges(world, explained, {
    others: asked.fieldworker ? others : [],
    days: daysAhead,
  })
  const nameOf = (skill: string) => world.skillNames.get(skill) ?? ''
  const base = { ...explained, world, end: endOf(world), changes, nameOf }
  if (isOffice) return base
  const available = explained.possible ? explained.needed : 0
  return { ...base, available, causes: anonymousCauses(world, explained), people: [] }
}

/** One person of the world; a crew of one is asked about. */
const onlyWith = (world: ExplainWorld, fieldworker: string): ExplainWorld => {
  const people = world.people.filter(({ id }) => id === fieldworker)
  if (people.length === 0)
    throw new DomainError('not-found', 'There is no such fieldworker.', {
      field: 'fieldworker',
    })
  return { ...world, people, quantity: 1, service: { ...world.service, crewSize: 1 } }
}
