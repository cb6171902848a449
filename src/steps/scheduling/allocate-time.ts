import type { PayloadRequest } from 'payload'
import type { InTheWay } from '../../database/scheduling/occupancies.ts'
import { DomainError } from '../../domain/domain-error.ts'
import { assertOverride, type Obstacle } from '../../domain/scheduling/assert-override.ts'
import { type AllocationReader, lockedAtOnce, readAhead, readEach } from './allocation-reader.ts'
import { slotTakenBy } from './slot-taken-by.ts'
import { canReassign, reassignReservations } from './reassign-reservations.ts'
import type { TimeRequest } from './time-request.ts'

/** The refusal of a person who may not do the visit at all. */
export const cannotDoVisit = (): DomainError =>
  new DomainError(
    'invalid-input',
    'This fieldworker cannot do this visit: service, skills, area or activity do not match.',
    { field: 'fieldworker' },
  )

const taken = (message: string) => new DomainError('slot-taken', message, { field: 'start' })

type Won = { claim: TimeRequest; holder: string }[]
type Context = { won: Won; reader: AllocationReader }

const clashes = (claim: TimeRequest, won: Won, person: string) =>
  won.some(
    (other) =>
      other.holder === person &&
      other.claim.busyStart < claim.busyEnd &&
      claim.busyStart < other.claim.busyEnd,
  )

/** Takes the first eligible person who is free once their lock is held. */
const pick = async (
  req: PayloadRequest,
  claim: TimeRequest,
  { won, reader }: Context,
): Promise<string> => {
  const people = await reader.peopleFor(claim, won)
  const free = people
    .filter((person) => person.free && !claim.avoid?.includes(person.id))
    .filter((person) => !clashes(claim, won, person.id))
    .map((person) => person.id)
  for (let first = 0; first < free.length; first += lockedAtOnce) {
    const batch = free.slice(first, first + lockedAtOnce)
    await reader.lock(batch)
    const rows = await reader.inTheWay(claim, batch)
    const blocked = new Set(rows.map((row) => row.fieldworker))
    const holder = batch.find((id) => !blocked.has(id))
    if (holder) return holder
  }
  throw taken('This time is no longer available. Choose another one.')
}

const refuseBlocked = async (
  req: PayloadRequest,
  { claim, rows, working }: { claim: TimeRequest; rows: InTheWay[]; working: boolean },
) => {
  const exclusive = rows.find((row) => row.exclusive)
  if (exclusive) throw await slotTakenBy(req, exclusive)
  const obstacles: Obstacle[] = [
    ...(rows.some(({ kind }) => kind === 'unavailability') ? (['absence'] as const) : []),
    ...(rows.some(({ kind }) => kind === 'external') ? (['calendar'] as const) : []),
    ...(working ? [] : (['hours'] as const)),
  ]
  const overridden = assertOverride(obstacles, claim.overriding)
  if (overridden.length > 0) claim.onOverride?.(overridden)
}

/** Takes a named person's time, moving a reservation that is in the way to somebody else. */
const take = async (
  req: PayloadRequest,
  { claim, who }: { claim: TimeRequest; who: string },
  { won, reader }: Context,
): Promise<string> => {
  const people = await reader.peopleFor(claim, won)
  const person = people.find(({ id }) => id === who)
  if (!person) throw cannotDoVisit()
  if (clashes(claim, won, person.id)) throw taken('The visits of one person overlap.')
  await reader.lock([person.id])
  let rows = await reader.inTheWay(claim, [person.id])
  if (!claim.keepsReservations && rows.some((row) => row.kind === 'reservation')) {
    // Nobody was demanded: somebody else may have the visit instead.
    const isFlexible = claim.who === 'any'
    if (isFlexible && !(await canReassign(req, { rows, avoid: person.id }))) {
      throw taken('This time is reserved for another visit.')
    }
    await reassignReservations(req, { rows, avoid: person.id })
    reader.forget()
    rows = await reader.inTheWay(claim, [person.id])
  }
  await refuseBlocked(req, { claim, rows, working: person.working })
  return person.id
}

const isRefused = (error: unknown) =>
  ['slot-taken', 'invalid-input'].includes(String((error as { code?: unknown } | null)?.code))

const win = async (req: PayloadRequest, claim: TimeRequest, context: Context): Promise<string> => {
  const { who, prefers, prefersSame } = claim
  if (who !== 'any') return take(req, { claim, who }, context)
  const preferred = prefers ?? (prefersSame ? context.won.at(-1)?.holder : undefined)
  if (!preferred) return pick(req, claim, context)
  const transaction = req.transactionID
  try {
    return await take(req, { claim, who: preferred }, context)
  } catch (error) {
    // A reservation that nobody else can take has ended the transaction with its refusal: what was
    // written from here on would stand alone.
    if (!isRefused(error) || req.transactionID !== transaction) throw error
    return pick(req, claim, context)
  }
}

/**
 * Wins the time for every claim and returns its holders in the same order. Afterwards the
 * holders' advisory locks are held, so that their occupancies can be written. `refused` gives a
 * refusal the words of the claim (by its place) that it is about.
 * @throws {DomainError} slot-taken, invalid-input
 */
export const allocateTime = async (
  req: PayloadRequest,
  claims: TimeRequest[],
  { refused }: { refused?: ((error: unknown, place: number) => unknown) | undefined } = {},
): Promise<string[]> => {
  const reader = claims.length > 1 ? await readAhead(req, claims) : readEach(req)
  const won: Won = []
  for (const [place, claim] of claims.entries()) {
    try {
      won.push({ claim, holder: await win(req, claim, { won, reader }) })
    } catch (error) {
      throw refused ? await refused(error, place) : error
    }
  }
  return won.map(({ holder }) => holder)
}
