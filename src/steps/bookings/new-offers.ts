import type { PayloadRequest } from 'payload'
import { newId } from '../records/stored-rows.ts'
import { eligiblePeopleForEach } from '../scheduling/people-for-slot.ts'
import type { Appointment } from '../../payload-types.ts'
import { idOf } from '../../domain/id-of.ts'
import { nobodyToAsk } from './candidates-for.ts'
import { lastTo, offerTerms, offerTo } from './offer-terms.ts'
import { offersOfEach } from './offers.ts'
import { placeOfBooking } from './place-of-booking.ts'
import { holdingOf } from '../scheduling/holding-of.ts'

/** Whose time the other new visits of the same hour take. */
const takenBeside = (visit: Appointment, visits: Appointment[]): Set<string> => {
  const own = holdingOf(visit)
  const others = visits.flatMap((one) => (one === visit ? [] : (holdingOf(one) ?? [])))
  const beside = others.filter(
    (one) => own && one.startsAt < own.endsAt && own.startsAt < one.endsAt,
  )
  return new Set(beside.map(({ fieldworker }) => fieldworker))
}

/** Whom each visit asks: its person, or everybody eligible and free at that hour. */
const askedOf = async (
  req: PayloadRequest,
  visits: Appointment[],
  all: Appointment[],
): Promise<string[][]> => {
  const open = visits.filter((visit) => !idOf(visit.fieldworker))
  const questions = []
  for (const visit of open) {
    const { query } = await placeOfBooking(req, visit)
    const [start, end] = [Date.parse(visit.start), Date.parse(visit.end)]
    const service = idOf(visit.service) ?? ''
    questions.push({ service, place: query, start, end, now: Date.now() })
  }
  const found = await eligiblePeopleForEach(req, questions)
  return visits.map((visit) => {
    const person = idOf(visit.fieldworker)
    if (person) return [person]
    const taken = takenBeside(visit, all)
    const people = (found[open.indexOf(visit)] ?? [])
      .filter(({ free, id }) => free && !taken.has(id))
      .map(({ id }) => id)
    if (people.length === 0) throw nobodyToAsk()
    return people
  })
}

/**
 * The offers of visits that are about to be written and wait for an answer, as they are stored. The
 * successor of a visit refers to what its people were offered before.
 * @throws {DomainError} invalid-input where nobody could be asked
 */
export const newOffers = async (req: PayloadRequest, visits: Appointment[]) => {
  const waiting = visits.filter(({ acceptance }) => acceptance === 'pending')
  if (waiting.length === 0) return []
  const asked = await askedOf(req, waiting, visits)
  const terms = await offerTerms(req, {})
  const replaced = waiting.flatMap(({ replaces }) => idOf(replaces) ?? [])
  const earlier = await offersOfEach(req, replaced)
  return waiting.flatMap((visit, at) => {
    const past = earlier.get(idOf(visit.replaces) ?? '') ?? []
    return (asked[at] ?? []).map((fieldworker) => ({
      ...offerTo(fieldworker, { visit, previous: lastTo(fieldworker, past), ...terms }),
      onBehalf: false,
      id: newId(),
    }))
  })
}
