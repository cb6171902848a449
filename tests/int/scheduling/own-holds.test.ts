import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  beginMonday,
  type HoldHarness,
  holdHarnessOf,
  nine,
  ten,
} from '../../support/hold-harness.ts'
import {
  morning,
  openSlotHarness,
  type SlotHarness,
  wednesday,
} from '../../support/slot-harness.ts'

let harness: SlotHarness
let hold: HoldHarness['hold']
let drop: HoldHarness['drop']
let minutesLater: HoldHarness['minutesLater']
let book: HoldHarness['book']
let times: HoldHarness['times']
let occupied: HoldHarness['occupied']
let client = 0

beforeAll(async () => {
  harness = await openSlotHarness()
  ;({ hold, drop, minutesLater, book, times, occupied } = holdHarnessOf(
    harness,
    () => `10.2.0.${client}`,
  ))
})
afterAll(() => harness?.stop())
// Each story comes from an address of its own.
beforeEach(() => {
  client += 10
  beginMonday()
})

describe('a customer who holds a time', () => {
  const seen = (service: string, hold?: string) => harness.timesOf({ service, ...wednesday, hold })
  const countAt = async (service: string, hold?: string) => {
    const { body } = await harness.ask({ service, ...wednesday, hold }, 'dispatcher')
    return body.slots.find(({ start }) => start === ten)?.available
  }

  test('still sees it among the free ones, and no one else does', async () => {
    const { slug } = await harness.open()
    const { body } = await hold({ service: slug, start: ten })

    expect(await seen(slug, body.id)).toEqual(morning)
    expect(await seen(slug)).toEqual(['09:00', '11:00'])
    const other = await hold({ service: slug, start: nine })
    expect(await seen(slug, other.body.id)).toEqual(['09:00', '11:00'])
  })

  test('sees everyone who could take it, as before the hold', async () => {
    const { slug, service } = await harness.open()
    await harness.hire('Second', service)
    const before = await countAt(slug)
    const { body } = await hold({ service: slug, start: ten, quantity: 2 })

    expect(before).toBe(2)
    expect(await countAt(slug, body.id)).toBe(2)
    expect(await countAt(slug)).toBeUndefined()
  })

  test('is shown no more by an id that is over, foreign or made up', async () => {
    const { slug } = await harness.open()
    const { slug: elsewhere } = await harness.open()
    const kept = await hold({ service: slug, start: ten })
    const foreign = await hold({ service: elsewhere, start: ten })

    expect(await seen(slug, foreign.body.id)).toEqual(['09:00', '11:00'])
    expect(await seen(slug, '00000000-0000-4000-8000-000000000000')).toEqual(['09:00', '11:00'])
    for (const id of ['%', 'hold:%', '']) {
      expect((await harness.ask({ service: slug, ...wednesday, hold: id })).status).toBe(422)
    }
    await drop(kept.body.id)
    await hold({ service: slug, start: ten })
    expect(await seen(slug, kept.body.id)).toEqual(['09:00', '11:00'])
  })

  test('gets no second booking out of one form, whichever hold it comes with', async () => {
    const { slug, service } = await harness.open()
    await harness.hire('Third', service)
    const headers = { 'idempotency-key': `form-${slug}-key` }
    const wish = { service: slug, start: ten }
    const first = await hold({ service: slug, start: ten })
    const booked = await book({ ...wish, hold: first.body.id }, { headers })
    const second = await hold({ service: slug, start: ten })

    const again = await book({ ...wish, hold: second.body.id }, { headers })

    expect([booked.status, again.status]).toEqual([201, 201])
    expect(again.body.id).toBe(booked.body.id)
  })
})

describe('a time that someone else keeps', () => {
  test('is refused with the next three, and an earlier hold stays', async () => {
    const { slug, person } = await harness.open()
    const mine = await hold({ service: slug, start: nine })
    client += 1
    const theirs = await hold({ service: slug, start: ten })

    client -= 1
    const refused = await hold({ service: slug, start: ten, hold: mine.body.id })

    expect(theirs.status).toBe(201)
    expect([refused.status, refused.code]).toEqual([409, 'slot-taken'])
    const details = refused.body.errors?.[0] as { details?: { alternatives: unknown[] } }
    expect(details.details?.alternatives).toHaveLength(3)
    expect(await occupied(person)).toHaveLength(2)
    expect(await times(slug)).toEqual(['11:00'])
  })

  test('cannot be had by two tabs, by no cookie or by an old hold', async () => {
    const { slug } = await harness.open()
    const first = await hold({ service: slug, start: ten })
    const tab = await hold({ service: slug, start: ten })
    await minutesLater(11)
    const theirs = await hold(
      { service: slug, start: ten },
      { headers: { 'x-client-address': 'b' } },
    )

    const late = await hold({ service: slug, start: ten, hold: first.body.id })
    const booked = await book({ service: slug, start: ten, hold: first.body.id })

    expect(tab.code).toBe('slot-taken')
    expect(theirs.status).toBe(201)
    expect([late.code, booked.code]).toEqual(['slot-taken', 'slot-taken'])
    expect((await book({ service: slug, start: ten, hold: theirs.body.id })).status).toBe(201)
  })

  test('counts for an address however many sessions it opens', async () => {
    const { slug, service } = await harness.open()
    for (const name of ['J', 'K', 'L', 'M']) await harness.hire(name, service)
    const codes: unknown[] = []
    for (const cookie of ['', 'fieldbook-site=a', 'fieldbook-site=b', 'fieldbook-site=c'])
      codes.push(
        (await hold({ service: slug, start: ten }, { headers: { cookie } })).code ?? 'held',
      )
    expect(codes).toEqual(['held', 'held', 'held', 'rate-limited'])
  })
})
