import { describe, expect, test } from 'vitest'
import {
  answerEvents,
  approvalEvents,
  bookingEvents,
  progressEvents,
  visitEvents,
} from '../../../src/domain/bookings/booking-events.ts'
import { bookingLifecycle } from '../../../src/domain/bookings/booking-lifecycle.ts'
import type { BookingActor, BookingCase, VisitFacts } from '../../../src/domain/bookings/facts.ts'
import {
  assertOpen,
  eventsOf,
  isOpenEvent,
  openAmong,
  type OpenEvents,
} from '../../../src/domain/bookings/open-events.ts'
import { decide } from '../../../src/domain/lifecycle.ts'
import { defaultRoles } from '../../../src/domain/people/permissions.ts'

const now = Date.parse('2030-05-01T10:00:00Z')
const past = '2030-05-01T08:00:00.000Z'
const soon = '2030-05-01T14:00:00.000Z'
const future = '2030-05-09T08:00:00.000Z'

const roleOf = (slug: string) =>
  new Set<string>(defaultRoles.find((role) => role.slug === slug)?.permissions)
const dispatcher: BookingActor = { kind: 'staff', permissions: roleOf('dispatcher') }
const manager: BookingActor = { kind: 'staff', permissions: roleOf('manager') }
const accounts: BookingActor = { kind: 'staff', permissions: roleOf('accounts') }
const ana: BookingActor = {
  kind: 'fieldworker',
  permissions: roleOf('fieldworker'),
  fieldworker: 'ana',
}
const customer: BookingActor = {
  kind: 'customer',
  permissions: roleOf('customer'),
  customer: 'cleo',
}

const visit = (more: Partial<VisitFacts> = {}): VisitFacts => ({
  id: 'v1',
  status: 'confirmed',
  acceptance: 'accepted',
  progress: 'not_started',
  start: future,
  fieldworker: 'ana',
  ...more,
})

const rules = { customersMayReschedule: true, rescheduleNoticeHours: 24 }

const given = (
  actor: BookingActor,
  { booking = {}, ...more }: Partial<Omit<BookingCase, 'booking'>> & { booking?: object } = {},
): BookingCase => ({
  actor,
  booking: { status: 'confirmed', customer: 'cleo', startsAt: future, ...booking },
  visits: [visit()],
  rules,
  now,
  ...more,
})

const openIn = (events: OpenEvents<string>) =>
  events.open.map(({ event, asks }) => (asks.length > 0 ? `${event}?` : event)).sort()
const closedIn = (events: OpenEvents<string>, event: string) =>
  events.closed.find((one) => one.event === event)?.refusal

describe('a booking', () => {
  const done = visit({ start: past })

  test.each([
    ['a dispatcher, while it is ahead', given(dispatcher), ['cancel?', 'reschedule?']],
    [
      'a dispatcher, once it has begun',
      given(dispatcher, { visits: [done] }),
      ['cancel?', 'complete', 'no-show', 'reschedule?'],
    ],
    [
      'a dispatcher, once one of two has begun',
      given(dispatcher, { visits: [done, visit({ id: 'v2' })] }),
      ['cancel?', 'reschedule?'],
    ],
    [
      'a dispatcher, once one is under way',
      given(dispatcher, { visits: [visit({ start: past, progress: 'in_progress' })] }),
      ['cancel?', 'complete', 'no-show'],
    ],
    [
      'a dispatcher, while a duty is open',
      given(dispatcher, { visits: [visit({ start: past, duties: [{ done: false }] })] }),
      ['cancel?', 'no-show', 'reschedule?'],
    ],
    [
      'a dispatcher, while it is pending',
      given(dispatcher, { booking: { status: 'pending' } }),
      ['cancel?', 'confirm', 'retime?'],
    ],
    ['Accounts', given(accounts), []],
    [
      'a fieldworker with their visit over',
      given(ana, { visits: [done] }),
      ['complete', 'no-show'],
    ],
    [
      'a fieldworker whose visit was cancelled',
      given(ana, { visits: [visit({ start: past, status: 'cancelled' })] }),
      [],
    ],
    ['its customer', given(customer), ['cancel?', 'reschedule?']],
    ['its customer shortly before', given(customer, { booking: { startsAt: soon } }), ['cancel?']],
    ['another customer', given({ ...customer, customer: 'carl' }), []],
    ['a dispatcher, once it is over', given(dispatcher, { booking: { status: 'cancelled' } }), []],
    ['a dispatcher, once it is deleted', given(dispatcher, { booking: { deletedAt: past } }), []],
  ])('is open to %s', (_who, asked, expected) => {
    expect(openIn(bookingEvents(asked))).toEqual(expected)
  })

  test('asks for a reason where confirming overrules someone', () => {
    const booking = { status: 'pending', gates: { approval: 'open' as const } }
    const asks = (actor: BookingActor, words = {}) =>
      bookingEvents(given(actor, { booking, words })).open.find(({ event }) => event === 'confirm')
        ?.asks

    expect(asks(dispatcher)).toEqual(['reasonToConfirm'])
    expect(asks(dispatcher, { reason: 'They called' })).toEqual([])
    expect(asks(manager)).toEqual([])
  })

  test('says why an event is closed, in the words of the rule that closes it', () => {
    const why = (asked: BookingCase, event: string) => {
      const { code, message } = closedIn(bookingEvents(asked), event) ?? {}
      return `${code}: ${message}`
    }

    expect(why(given(dispatcher), 'complete')).toBe(
      'transition-refused: A visit is still in the future.',
    )
    expect(why(given(dispatcher), 'retime')).toContain('Use "Reschedule"')
    expect(why(given(accounts), 'cancel')).toContain('not-allowed')
    expect(why(given(customer, { rules: { customersMayCancel: false } }), 'cancel')).toContain(
      'feature-off: Bookings cannot be cancelled online',
    )
    expect(why(given(customer, { booking: { startsAt: soon } }), 'reschedule')).toContain(
      'outside-booking-window: Bookings can be moved online until 24 hours',
    )
    expect(why(given(dispatcher, { booking: { status: 'completed' } }), 'cancel')).toContain(
      'has ended',
    )
    expect(why(given(dispatcher, { booking: { status: 'completed' } }), 'confirm')).toBe(
      'transition-refused: A booking that is completed cannot become confirmed.',
    )
  })

  test('has every event of its lifecycle either open or closed, and never both', () => {
    const { open, closed } = bookingEvents(given(dispatcher))
    const all = [...open, ...closed].map(({ event }) => event)

    expect(all.sort()).toEqual(eventsOf(bookingLifecycle).sort())
  })

  test('that answers is decided alike', () => {
    const asked = given(dispatcher, { visits: [done] })
    const events = bookingEvents(asked)

    expect(openAmong(events, ['no-show', 'confirm', 'complete'])).toEqual(['no-show', 'complete'])
    expect(() => assertOpen(events, 'confirm')).toThrow('already confirmed')
    expect(() => assertOpen(events, 'complete')).not.toThrow()
    expect(isOpenEvent(events, 'confirm')).toBe(false)
  })
})

test('an approval is given by those who may, while the booking is pending', () => {
  const booking = { status: 'pending', customer: 'cleo', gates: { approval: 'open' as const } }

  expect(openIn(approvalEvents({ actor: manager, booking }))).toEqual(['approve', 'reject?'])
  expect(openIn(approvalEvents({ actor: dispatcher, booking }))).toEqual([])
  const later = approvalEvents({ actor: manager, booking: { ...booking, status: 'confirmed' } })
  expect(closedIn(later, 'approve')?.message).toBe('The booking is no longer pending.')
})

describe('a visit', () => {
  const two = [visit(), visit({ id: 'v2' })]
  const of = (actor: BookingActor, one: VisitFacts, visits = two) => ({
    ...given(actor, { visits }),
    visit: one,
  })

  test('is cancelled and moved beside others, and not alone', () => {
    expect(openIn(visitEvents(of(dispatcher, visit())))).toEqual(['cancel?', 'reschedule?'])
    expect(openIn(visitEvents(of(dispatcher, visit(), [visit()])))).toEqual([])
  })

  test('that has begun is neither cancelled nor moved', () => {
    const begun = visit({ start: past, progress: 'en_route' })

    expect(openIn(visitEvents(of(dispatcher, begun)))).toEqual(['complete', 'no-show'])
  })

  test('is worked on by its fieldworker once it is confirmed and held', () => {
    expect(openIn(progressEvents(of(ana, visit())))).toEqual(['en-route', 'start'])
    expect(openIn(progressEvents(of(ana, visit({ fieldworker: 'ben' }))))).toEqual([])
    const asked = progressEvents(of(ana, visit({ acceptance: 'pending' })))
    expect(closedIn(asked, 'start')?.message).toBe('No one has accepted the visit yet.')
  })

  test('confirms with its answer once nothing else is open', () => {
    const rulesOf: BookingActor = { kind: 'system', permissions: new Set() }
    const pending = { ...of(rulesOf, visit({ status: 'pending', acceptance: 'pending' })) }
    const booking = { status: 'pending', customer: 'cleo', gates: {} }

    expect(closedIn(visitEvents({ ...pending, booking }), 'confirm')?.message).toContain('open')
    const becoming = { acceptance: 'accepted' }
    expect(openIn(visitEvents({ ...pending, booking, becoming }))).toContain('confirm')
  })
})

describe('an answer', () => {
  const offer = (fieldworker: string, state = 'pending', respondBy = future) => ({
    id: fieldworker,
    fieldworker,
    state,
    respondBy,
  })
  const asked = (
    actor: BookingActor,
    offers: ReturnType<typeof offer>[],
    { person = null, ...more }: Partial<VisitFacts> & { person?: string | null } = {},
  ) => ({
    actor,
    offers,
    person,
    now,
    booking: { status: 'confirmed', customer: 'cleo' },
    visit: visit({ acceptance: 'pending', fieldworker: null, ...more }),
  })

  test('comes from the person who was asked', () => {
    const own = asked(ana, [offer('ana'), offer('ben')], { person: 'ana' })

    expect(openIn(answerEvents(own))).toEqual(['accept', 'decline'])
    const other = asked({ ...ana, fieldworker: 'cy' }, [offer('ana')], { person: 'cy' })
    expect(closedIn(answerEvents(other), 'accept')?.code).toBe('not-allowed')
  })

  test('of the office says for whom, where several are asked', () => {
    const several = asked(dispatcher, [offer('ana'), offer('ben')])

    expect(openIn(answerEvents(several))).toEqual(
      expect.arrayContaining(['accept?', 'ask', 'assign', 'decline?', 'unassign']),
    )
    expect(openIn(answerEvents({ ...several, person: 'ana' }))).toContain('accept')
  })

  test('that comes too late is refused with what happened to the offer', () => {
    const late = asked(ana, [offer('ana', 'pending', past)], { person: 'ana' })
    const gone = asked(ana, [offer('ana', 'superseded')], {
      ...{ person: 'ana', acceptance: 'accepted', fieldworker: 'ben' },
    })

    expect(closedIn(answerEvents(late), 'accept')?.message).toContain('is over')
    expect(closedIn(answerEvents(gone), 'accept')?.message).toContain('Someone else accepted')
  })

  test('is over once the work has begun', () => {
    const begun = asked(dispatcher, [offer('ana')], { person: 'ana', progress: 'en_route' })

    expect(openIn(answerEvents(begun))).toEqual([])
  })
})

test('a missing permission is named before anything else that is missing', () => {
  const facts = { isRestored: true }
  const ask = () =>
    decide({
      lifecycle: bookingLifecycle,
      ...{ from: 'confirmed', to: 'cancelled', actor: accounts, facts },
    } as const)

  expect(ask).toThrow('You may not change this booking in that way.')
})
