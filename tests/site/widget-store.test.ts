import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import {
  lostAnswer,
  refused,
  slots,
  starts,
  tapRepair,
  widgetHarness,
} from '../support/widget-harness.ts'

beforeEach(() => {
  vi.useFakeTimers({ now: Date.now() })
  vi.stubGlobal('navigator', { onLine: true })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const taken = (alternatives = slots.slice(1)) =>
  refused(409, { code: 'slot-taken', fields: { start: 'Gone.' }, alternatives })

describe('a visitor of the widget', () => {
  test('chooses what, where and when, and books with the time kept meanwhile', async () => {
    const { harness, state, type, sentBy, events } = widgetHarness()
    await harness.load()
    expect(state.step).toBe('service')
    await harness.goOn()
    expect(state.errors).toHaveProperty('service')
    type({ service: 'tap-repair' })
    await harness.goOn()
    expect(state.step).toBe('place')
    await harness.goOn()
    expect(state.errors).toHaveProperty(['address.postcode'])
    type({ 'address.postcode': '2042' })
    await harness.goOn()
    expect(state.step).toBe('times')
    await harness.goOn()
    expect(state.errors).toHaveProperty('start')
    type({ start: starts[0] ?? '' })
    await harness.goOn()
    expect([state.step, state.keeping]).toEqual(['questions', 'kept'])
    await harness.goOn()
    expect(Object.keys(state.errors)).toEqual(['answers.count'])
    type({ 'answers.count': '2' })
    await harness.goOn()
    await harness.goOn()
    expect(Object.keys(state.errors).toSorted()).toEqual([
      ...['address.line1', 'address.suburb', 'customer.email', 'customer.name'],
    ])
    type({ 'address.line1': '3 Church Street', 'address.suburb': 'Newtown' })
    type({ 'customer.name': 'Kay Board', 'customer.phone': '0412345678' })
    await harness.goOn()

    expect(state.step).toBe('booked')
    expect(sentBy('book')[0]?.body).toEqual({
      service: 'tap-repair',
      start: starts[0],
      address: { line1: '3 Church Street', suburb: 'Newtown', postcode: '2042' },
      customer: { name: 'Kay Board', phone: '0412345678' },
      answers: { count: 2 },
      hold: expect.stringMatching(/^hold-/) as string,
      source: 'widget',
    })
    expect(events).toEqual([{ number: 'B-1', start: starts[0] }])
    harness.release()
    expect(sentBy('release')).toEqual([])
  })

  test('books once, however often the button is pressed', async () => {
    const { harness, fillIn, sentBy } = widgetHarness({ service: 'tap-repair' })
    await fillIn()

    await Promise.all([harness.goOn(), harness.goOn(), harness.goOn()])

    expect(sentBy('book')).toHaveLength(1)
  })

  test('sends the same request again after a lost answer', async () => {
    const { harness, state, fillIn, type, sent, sentBy } = widgetHarness(
      { service: 'tap-repair' },
      { book: [lostAnswer, lostAnswer, refused(504), { ok: true, data: { number: 'B-9' } }] },
    )
    await fillIn()
    await harness.goOn()
    expect(state.notice?.text).toContain('What you typed is kept')
    const holdsBefore = sentBy('hold').length
    type({ 'customer.email': 'other@guest.example' })
    // Long after the time would have been kept longer.
    await vi.advanceTimersByTimeAsync(900_000)
    await harness.goOn()
    state.notice?.retry?.()
    await vi.advanceTimersByTimeAsync(10)
    harness.release()
    await harness.goOn()

    const all = sentBy('book')
    expect(all).toHaveLength(4)
    expect(new Set(all.map(({ key }) => key)).size).toBe(1)
    expect(new Set(all.map(({ body }) => JSON.stringify(body))).size).toBe(1)
    expect(sentBy('hold')).toHaveLength(holdsBefore)
    expect(sent.filter(({ verb }) => verb === 'release')).toEqual([])
    expect(state.booked?.number).toBe('B-9')
    expect(state.draft['customer.email']).toBe('kay@guest.example')
  })

  test('waits where the same booking is still being made', async () => {
    const busy = refused(409, { code: 'in-progress' })
    const booked = { ok: true, data: { number: 'B-3' } } as const
    const { harness, state, fillIn, sentBy } = widgetHarness(
      { service: 'tap-repair' },
      { book: [busy, busy, booked] },
    )
    await fillIn()
    const going = harness.goOn()
    await vi.advanceTimersByTimeAsync(5000)
    await going

    expect(state.booked?.number).toBe('B-3')
    expect(new Set(sentBy('book').map(({ key }) => key)).size).toBe(1)
  })

  test('takes another time when its own has gone, without retyping', async () => {
    const { harness, state, fillIn, sentBy } = widgetHarness(
      { service: 'tap-repair' },
      { book: [taken(), { ok: true, data: { number: 'B-2', start: starts[1] } }] },
    )
    await fillIn()
    await harness.goOn()

    expect(state.step).toBe('details')
    expect(state.notice?.title).toContain('that time has just been taken')
    expect(state.alternatives.map(({ start }) => start)).toEqual(starts.slice(1))
    expect(state.draft).toMatchObject({ 'customer.name': 'Kay Board', 'answers.count': '2' })
    expect(state.draft['start']).toBe('')
    await harness.takeInstead(starts[1] ?? '')
    expect([state.alternatives, state.notice, state.keeping]).toEqual([[], null, 'kept'])
    await harness.goOn()
    const [first, second] = sentBy('book')
    expect(second?.body).toMatchObject({ start: starts[1], customer: { name: 'Kay Board' } })
    expect(second?.key).not.toBe(first?.key)
    expect(state.step).toBe('booked')
  })

  test('whose time goes while it is chosen is offered others before typing any more', async () => {
    const { harness, state, type } = widgetHarness({ service: 'tap-repair' }, { hold: [taken([])] })
    await harness.load()
    type({ 'address.postcode': '2042' })
    await harness.goOn()
    type({ start: starts[1] ?? '' })
    await harness.goOn()

    expect(state.step).toBe('times')
    expect(state.alternatives.map(({ start }) => start)).toEqual(starts.slice(1))
  })

  test('may still book when its time can’t be held, and sees why', async () => {
    const { harness, state, fillIn } = widgetHarness(
      { service: 'tap-repair' },
      { hold: [refused(429, { code: 'rate-limited' })] },
    )
    await fillIn()
    expect([state.step, state.keeping]).toEqual(['details', 'none'])
    await harness.goOn()
    expect(state.step).toBe('booked')
  })

  test('is led to the step of a refused field', async () => {
    const { harness, state, fillIn } = widgetHarness(
      { service: 'tap-repair' },
      { book: [refused(422, { fields: { 'answers.count': 'Give a number above zero.' } })] },
    )
    await fillIn()
    await harness.goOn()

    expect(state.step).toBe('questions')
    expect(state.errors).toEqual({ 'answers.count': 'Give a number above zero.' })
  })

  test('of a postcode where no one works stays at the postcode', async () => {
    const { harness, state, type } = widgetHarness({ service: 'tap-repair' })
    await harness.load()
    type({ 'address.postcode': '6725' })
    await harness.goOn()

    expect(state.step).toBe('place')
    expect(state.errors['address.postcode']).toContain('We don’t cover this postcode')
  })

  test('releases the held time when the postcode changes', async () => {
    const { state, fillIn, type, sentBy } = widgetHarness({ service: 'tap-repair' })
    await fillIn()
    const id = state.held?.id
    type({ 'address.postcode': '2000' })

    expect(sentBy('release').map(({ body }) => body)).toEqual([id])
    expect(state.draft['start']).toBe('')
  })

  test('sees the held time among the free ones after going back', async () => {
    const { harness, state, fillIn, sentBy } = widgetHarness({ service: 'tap-repair' })
    await fillIn()
    const hold = state.held?.id
    await harness.goBack()
    await harness.goBack()

    expect(state.step).toBe('times')
    expect(sentBy('slots').at(-1)?.body).toMatchObject({ hold })
    expect(state.draft['start']).toBe(starts[0])
  })

  test('cannot be shown services at first, and tries again', async () => {
    const answers = [lostAnswer, { ok: true, data: { services: [tapRepair] } } as const]
    const { harness, state } = widgetHarness({}, { services: answers })
    await harness.load()
    expect(state.services).toEqual([])
    state.notice?.retry?.()
    await vi.advanceTimersByTimeAsync(10)

    expect(state.services).toHaveLength(1)
    expect(state.notice).toBeNull()
  })
})

describe('a held time', () => {
  test('is extended automatically while someone types', async () => {
    const { fillIn, type, sentBy, state } = widgetHarness({ service: 'tap-repair' })
    await fillIn()
    const { id } = state.held ?? {}
    type({ notes: 'A' })
    await vi.advanceTimersByTimeAsync(481_000)

    expect(sentBy('hold')).toHaveLength(2)
    expect(sentBy('hold')[1]?.body).toMatchObject({ hold: id, start: starts[0] })
    expect(state.keeping).toBe('kept')
  })

  test('expires with a warning when someone goes away, and can be held again', async () => {
    const { harness, fillIn, sentBy, state } = widgetHarness({ service: 'tap-repair' })
    await fillIn()
    await vi.advanceTimersByTimeAsync(481_000)
    // What was typed at first keeps it longer once.
    expect(state.keeping).toBe('kept')
    await vi.advanceTimersByTimeAsync(481_000)
    expect(state.keeping).toBe('soon')
    await vi.advanceTimersByTimeAsync(121_000)
    expect([state.keeping, state.held]).toEqual(['gone', null])
    const before = sentBy('hold').length
    await harness.keepLonger()

    expect(sentBy('hold')).toHaveLength(before + 1)
    expect(state.keeping).toBe('kept')
  })

  test('is given back when the element goes away', async () => {
    const { harness, fillIn, sentBy, state } = widgetHarness({ service: 'tap-repair' })
    await fillIn()
    const id = state.held?.id
    harness.release()
    harness.release()

    expect(sentBy('release').map(({ body }) => body)).toEqual([id])
    await vi.advanceTimersByTimeAsync(1_000_000)
    expect(sentBy('hold')).toHaveLength(1)
  })
})
