import { isOffice } from '../../domain/bookings/office.ts'
import type { PayloadRequest } from 'payload'
import { type Actor, actorOf, may } from '../../access/actor.ts'
import {
  readBoardFrame,
  readBoardVisits,
  type StoredBoardPerson,
} from '../../database/scheduling/board-queries.ts'
import {
  type BoardAnswer,
  boardColumns,
  type BoardPerson,
  type BoardQuery,
  detailedBoardDays,
} from '../../contracts/scheduling/board.ts'
import { DomainError } from '../../domain/domain-error.ts'
import { daysBetween } from '../../domain/scheduling/local-time.ts'
import { workingIntervals } from '../../domain/scheduling/working-hours.ts'
import { zonePlaceWords } from '../../domain/words/clock-words.ts'

type Rights = { fieldworker: string | null; hasHours: boolean; hasPoints: boolean }

/** @throws {DomainError} not-signed-in, not-allowed */
const rightsOf = (actor: Actor): Rights => {
  if (actor.kind === 'anonymous') {
    throw new DomainError('not-signed-in', 'Sign in first.')
  }
  if (actor.kind === 'fieldworker' && actor.fieldworker) {
    const hasPoints = may(actor, 'own.see-full-address')
    return { fieldworker: actor.fieldworker, hasHours: true, hasPoints }
  }
  const inScope = actor.kind !== 'api-key' || actor.scopes?.includes('appointments:read') === true
  if (!isOffice(actor) || !inScope || !may(actor, 'booking.view-all')) {
    throw new DomainError('not-allowed', 'The board is for those who see every booking.')
  }
  return {
    fieldworker: null,
    hasHours: may(actor, 'fieldworker.view'),
    hasPoints: may(actor, 'customer.view'),
  }
}

type Shown = Rights & { isDetailed: boolean; start: number; end: number }

const personOf = (person: StoredBoardPerson, shown: Shown): BoardPerson => {
  const { start, end, isDetailed, hasHours } = shown
  const minute = (at: number) => Math.round((at - start) / 60_000)
  const isOpen = isDetailed && hasHours
  return {
    id: person.id,
    name: person.name,
    colour: person.colour,
    active: person.active,
    timezone: person.timezone,
    hours: isOpen
      ? workingIntervals({ ...person, from: start, to: end }).map((span) => [
          minute(span.start),
          minute(span.end),
        ])
      : null,
    absences: hasHours
      ? person.absences.map(([from, to, kind]) => [minute(from), minute(to), kind])
      : [],
    home: isOpen ? person.home : null,
    skills: person.skills,
    areas: person.areas,
  }
}

/**
 * The board for a range of days as finished JSON, in two SQL statements: for the
 * office everything, for a fieldworker their own visits and offers. Points on the map need
 * `customer.view`, of a fieldworker `own.see-full-address`; hours and absences `fieldworker.view`.
 * @throws {DomainError} not-signed-in, not-allowed
 */
export const readBoard = async (req: PayloadRequest, { from, to }: BoardQuery): Promise<string> => {
  const rights = rightsOf(await actorOf(req))
  const isDetailed = daysBetween(from, to) < detailedBoardDays
  const { fieldworker } = rights
  const hasHours = isDetailed && rights.hasHours
  const board = await readBoardFrame(req, { from, to, fieldworker, hasHours })
  const rows = await readBoardVisits(req, {
    board,
    fieldworker,
    hasPoints: isDetailed && rights.hasPoints,
  })
  const { timezone, locale, start, end, services, locations, travel } = board
  const frame: Omit<BoardAnswer, 'places' | 'visits'> = {
    timezone,
    zoneName: zonePlaceWords([start, end - 1], { zone: timezone, locale }),
    start,
    end,
    people: board.people.map((person) => personOf(person, { ...rights, isDetailed, start, end })),
    services,
    locations,
    travel,
    columns: [...boardColumns],
  }
  return `${JSON.stringify(frame).slice(0, -1)},"places":${rows.places},"visits":${rows.visits}}`
}
