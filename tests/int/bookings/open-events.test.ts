import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadBooking } from '../../../src/admin/bookings/page/load-booking.ts'
import type { BookingView } from '../../../src/admin/bookings/page/booking-view.ts'
import { type Actor, actorOf } from '../../../src/access/actor.ts'
import { mayCommand } from '../../../src/domain/bookings/commands.ts'
import { type Harness, openHarness } from '../../support/harness.ts'
import type { Person } from '../../support/people.ts'
import { sydney } from '../../support/shop.ts'
import { requestOf } from '../../support/request-of.ts'
import { doors, type Ids, put, seenBy, type World } from './open-events-doors.ts'

let harness: Harness
let ids: Ids

beforeAll(async () => {
  harness = await openHarness()
  const { shop } = harness
  const made = await harness.send('POST', '/bookings', 'dispatcher', {
    customer: shop.customer,
    location: shop.location,
    plan: [
      {
        service: shop.services.request.id,
        visits: shop.people.map((fieldworker) => ({ start: sydney(5, '09:00'), fieldworker })),
      },
    ],
  })
  const booking = (made.body as { doc: { id: string } }).doc.id
  const visits = await harness.visitsOf(booking)
  const of = (person: string) =>
    visits.find(({ fieldworker_id }) => fieldworker_id === person)?.id ?? ''
  ids = { booking, visit: of(shop.people[0]), other: of(shop.people[1]) }
}, 120_000)
afterAll(() => harness.stop())

const worlds: World[] = [
  { name: 'pending its approval', booking: 'pending', approval: 'open', days: [5, 5] },
  {
    ...{ name: 'waiting for an answer', booking: 'pending', days: [5, 5] },
    visit: { acceptance: 'pending' },
  },
  { name: 'confirmed and ahead', booking: 'confirmed', days: [5, 5] },
]

const persons = ['customer', 'fieldworker', 'dispatcher', 'manager'] as const satisfies Person[]

type Request = ['PATCH' | 'POST', string, object]
type Refused = { errors?: { code: string; message: string }[] }

/** Whether the table of commands lists somebody for the command of an endpoint. */
const isListed = (actor: Actor, [method, path]: Request): boolean => {
  const [of = '', , verb = ''] = path.slice(1).split('/')
  return method === 'PATCH' || mayCommand(actor, verb, of)
}

/** Sends one event and says what came of it: `open`, or the refusal's code and words. */
const outcomeOf = async (kind: string, event: string, person: Person): Promise<string | null> => {
  const asked = doors[kind]?.send(event, ids)
  if (!asked) return null
  const [method, path, body] = asked
  const answer = await harness.send(method, path, person, body)
  const [refusal] = (answer.body as Refused).errors ?? []
  if (answer.status < 400) return 'open'
  return refusal?.code === 'not-allowed' ? refusal.code : `${refusal?.code}: ${refusal?.message}`
}

/** Sends every event of a lifecycle and sets what came of it beside what the domain says. */
const compare = async (kind: string, world: World, person: Person) => {
  await put(harness, ids, world)
  const seen = await seenBy(await requestOf(harness, person), ids)
  const events = seen && (await doors[kind]?.events(seen))
  if (!events) return { said: {}, found: {} }
  const said: Record<string, string> = {}
  const found: Record<string, string> = {}
  for (const { event, refusal } of events.closed) {
    const outcome = await outcomeOf(kind, event, person)
    if (outcome === null) continue
    const isTheirs = isListed(seen.actor, doors[kind]?.send(event, ids) as Request)
    // What is so already is answered without a change.
    if (outcome === 'open' && / is already /.test(refusal.message)) continue
    found[event] = outcome
    const isRight = isTheirs && refusal.code !== 'not-allowed'
    said[event] = isRight ? `${refusal.code}: ${refusal.message}` : 'not-allowed'
  }
  for (const { event } of events.open) {
    await put(harness, ids, world)
    const outcome = await outcomeOf(kind, event, person)
    if (outcome === null) continue
    found[event] = outcome
    said[event] = 'open'
  }
  return { said, found }
}

describe.each(worlds)('a booking that is $name', (world) => {
  test.each(Object.keys(doors))(
    'takes the events of its %s that the domain calls open, and refuses the others in its words',
    async (kind) => {
      // Managers differ from dispatchers in what they approve.
      const asking = persons.filter((one) => one !== 'manager' || kind === 'approval')
      for (const person of asking) {
        const { said, found } = await compare(kind, world, person)
        expect({ person, ...found }).toEqual({ person, ...said })
      }
    },
    120_000,
  )

  test('shows the office no button that must refuse', async () => {
    for (const person of ['dispatcher', 'manager'] as const) {
      const shown = await buttonsFor(world, person)
      for (const [name, request] of shown) {
        await put(harness, ids, world)
        const [method, path, body] = request
        const answer = await harness.send(method, path, person, body)
        expect({ person, name, status: answer.status, body: answer.body }).toMatchObject({
          status: expect.toSatisfy((status: number) => status < 400),
        })
      }
    }
  }, 120_000)
})

type Button = [string, Request]

/** The buttons of the panel's page that need no dialog of their own, as what they send. */
const buttonsFor = async (world: World, person: Person): Promise<Button[]> => {
  await put(harness, ids, world)
  const req = await requestOf(harness, person)
  const view = await loadBooking({ req, actor: await actorOf(req), id: ids.booking })
  if (!view) return []
  return [...buttonsOf(view), ...view.visits.flatMap(buttonsOfVisit)]
}

const reason = { reason: 'Because' }
const start = sydney(9, '09:00')

const buttonsOf = ({ moves, needsReason }: BookingView): Button[] =>
  moves
    .filter((move) => move !== 'repeat')
    .map((move) => {
      if (move === 'delete' || move === 'restore') {
        const deletedAt = move === 'delete' ? new Date().toISOString() : null
        return [move, ['PATCH', `/bookings/${ids.booking}`, { deletedAt }]]
      }
      const isMoving = move === 'reschedule' || move === 'retime'
      const isAsking = ['cancel', 'reject-approval', ...needsReason].includes(move)
      const body = isMoving ? { start } : isAsking ? reason : {}
      return [move, ['POST', `/bookings/${ids.booking}/${move}`, body]]
    })

const buttonsOfVisit = (visit: BookingView['visits'][number]): Button[] => {
  const at = `/appointments/${visit.id}`
  const { move } = visit
  return [
    ...visit.answers.map((verb): Button => [verb, ['POST', `${at}/${verb}`, {}]]),
    ...(visit.canCancel ? [['cancel visit', ['POST', `${at}/cancel`, reason]] as Button] : []),
    ...(visit.canAssign
      ? [['assign', ['POST', `${at}/assign`, { fieldworker: null }]] as Button]
      : []),
    ...(move ? [[move, ['POST', `${at}/${move}`, { start }]] as Button] : []),
  ]
}
