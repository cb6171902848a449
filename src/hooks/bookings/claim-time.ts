import type { PayloadRequest } from 'payload'
import { lockFieldworkers } from '../../database/locks.ts'
import { type InTheWay, occupanciesInTheWay } from '../../database/occupancies.ts'
import { DomainError } from '../../domain/domain-error.ts'
import {
  eligiblePeopleFor,
  type PersonForSlot,
} from '../../operations/scheduling/people-for-slot.ts'
import type { PlaceQuery } from '../../operations/scheduling/resolve-place.ts'
import { workInTheWay } from './work-in-the-way.ts'
import { makeWay } from './make-way.ts'

/** A span of somebody's time that a visit wants; instants in ISO 8601. */
export type Claim = {
  service: string
  place: PlaceQuery
  start: string
  end: string
  busyStart: string
  busyEnd: string
  /** A named person, or whoever is eligible and free. */
  who: string
  /** Of whoever is free, this one first, also outside their hours where `latitude` allows it. */
  prefers?: string
  /** The visit itself, when it holds time already. */
  appointment?: string | undefined
  /** `hours`: also outside working hours; `absences`: over absences too; never over a visit (AC-12). */
  latitude: 'none' | 'hours' | 'absences'
  /** Nobody of these. */
  avoid?: string[]
  /** Does not move reservations that are in the way. */
  keepsReservations?: boolean
}

/** How many free people are locked at once while one of them is picked. */
const batchSize = 8

const taken = (message: string) =>
  new DomainError('slot-taken', message, { status: 409, field: 'start' })

const peopleFor = async (req: PayloadRequest, claim: Claim): Promise<PersonForSlot[]> => {
  const { people } = await eligiblePeopleFor(req, {
    service: claim.service,
    place: claim.place,
    start: Date.parse(claim.start),
    end: Date.parse(claim.end),
    now: Date.now(),
    except: claim.appointment,
  })
  return people
}

const inTheWayOf = (req: PayloadRequest, claim: Claim, fieldworkers: string[]) =>
  occupanciesInTheWay(req, {
    fieldworkers,
    startsAt: claim.busyStart,
    endsAt: claim.busyEnd,
    except: claim.appointment,
  })

const clashes = (claim: Claim, others: { claim: Claim; holder: string }[], person: string) =>
  others.some(
    (other) =>
      other.holder === person &&
      other.claim.busyStart < claim.busyEnd &&
      claim.busyStart < other.claim.busyEnd,
  )

/** Takes the first eligible person who is free once their lock is held. */
const pick = async (
  req: PayloadRequest,
  claim: Claim,
  others: { claim: Claim; holder: string }[],
): Promise<string> => {
  const people = await peopleFor(req, claim)
  const free = people
    .filter((person) => person.free && !claim.avoid?.includes(person.id))
    .filter((person) => !clashes(claim, others, person.id))
    .map((person) => person.id)
  for (let first = 0; first < free.length; first += batchSize) {
    const batch = free.slice(first, first + batchSize)
    await lockFieldworkers(req, batch)
    const blocked = new Set((await inTheWayOf(req, claim, batch)).map((row) => row.fieldworker))
    const holder = batch.find((id) => !blocked.has(id))
    if (holder) return holder
  }
  throw taken('This time is no longer available. Choose another one.')
}

const refuseBlocked = async (req: PayloadRequest, claim: Claim, rows: InTheWay[]) => {
  const exclusive = rows.find((row) => row.exclusive)
  if (exclusive) throw await workInTheWay(req, exclusive)
  if (rows.length > 0 && claim.latitude !== 'absences')
    throw taken('The fieldworker is absent at this time.')
}

/** Takes a named person's time, moving a reservation that is in the way to somebody else. */
const take = async (
  req: PayloadRequest,
  claim: Claim,
  others: { claim: Claim; holder: string }[],
): Promise<string> => {
  const people = await peopleFor(req, claim)
  const person = people.find(({ id }) => id === claim.who)
  if (!person) {
    throw new DomainError(
      'invalid-input',
      'This fieldworker cannot do this visit: service, skills, area or activity do not match.',
      { status: 422, field: 'fieldworker' },
    )
  }
  if (clashes(claim, others, person.id)) throw taken('The visits of one person overlap.')
  await lockFieldworkers(req, [person.id])
  let rows = await inTheWayOf(req, claim, [person.id])
  if (!claim.keepsReservations && rows.some((row) => row.kind === 'reservation')) {
    await makeWay(req, { rows, avoid: person.id })
    rows = await inTheWayOf(req, claim, [person.id])
  }
  await refuseBlocked(req, claim, rows)
  if (!person.working && claim.latitude === 'none') {
    throw taken('The fieldworker does not work at this time.')
  }
  return person.id
}

const isRefused = (error: unknown) =>
  ['slot-taken', 'invalid-input'].includes(String((error as { code?: unknown } | null)?.code))

const win = async (
  req: PayloadRequest,
  claim: Claim,
  won: { claim: Claim; holder: string }[],
): Promise<string> => {
  if (claim.who !== 'any') return take(req, claim, won)
  if (!claim.prefers) return pick(req, claim, won)
  const latitude = claim.latitude === 'none' ? 'none' : 'hours'
  try {
    return await take(req, { ...claim, who: claim.prefers, latitude }, won)
  } catch (error) {
    if (!isRefused(error)) throw error
    return pick(req, claim, won)
  }
}

/**
 * Wins the time for every claim and returns its holders in the same order. Afterwards the
 * holders' advisory locks are held, so that their occupancies can be written.
 * @throws {DomainError} slot-taken, invalid-input
 */
export const claimTime = async (req: PayloadRequest, claims: Claim[]): Promise<string[]> => {
  const won: { claim: Claim; holder: string }[] = []
  for (const claim of claims) {
    const holder = await win(req, claim, won)
    won.push({ claim, holder })
  }
  return won.map(({ holder }) => holder)
}
