import { describe, expect, test } from 'vitest'
import { attemptFor } from '../../site/src/widget/attempt.ts'
import { formatsFor, localeFor } from '../../site/src/widget/formats.ts'
import { stepOfField, stepsOf } from '../../site/src/widget/steps.ts'
import { refusalWords } from '../../site/src/widget/words.ts'
import {
  lostAnswer,
  mending,
  refused,
  tapRepair,
  treeWork,
  widgetHarness,
} from '../support/widget-harness.ts'

const anything = { service: null, location: null, mode: null } as const
describe('the steps of the widget', () => {
  test('are those at which there is something to choose', () => {
    const of = (service: typeof tapRepair, attributes: object = {}) =>
      stepsOf(service, { attributes: { ...anything, ...attributes }, isOpen: true })

    expect(of(tapRepair)).toEqual(['service', 'place', 'times', 'questions', 'details'])
    expect(of(tapRepair, { service: 'tap-repair' })).toEqual([
      ...['place', 'times', 'questions', 'details'],
    ])
    expect(of(mending)).toEqual(['service', 'times', 'details'])
    expect(of(treeWork)).toEqual(['service', 'ask'])
    expect(of(tapRepair, { mode: 'request' })).toEqual(['service', 'ask'])
    expect(stepsOf(tapRepair, { attributes: anything, isOpen: false })).toEqual(['service', 'ask'])
  })

  test('show a location that the page names, and no other', async () => {
    const both = { ...mending, locationTypes: ['mobile', 'fixed'] as ('mobile' | 'fixed')[] }
    for (const location of ['depot', 'DEPOT']) {
      const { harness } = widgetHarness(
        { service: 'mending', location },
        { services: [{ ok: true, data: { services: [both] } }] },
      )
      await harness.load()
      expect(harness.state.step).toBe('times')
      expect(harness.place()?.value).toBe('depot')
    }
  })

  test('say where each refused field stands', () => {
    const steps = stepsOf(tapRepair, { attributes: anything, isOpen: true })
    const at = (field: string) => stepOfField(field, steps)

    expect(at('customer.email')).toBe('details')
    expect(at('address.line1')).toBe('details')
    expect(at('address.postcode')).toBe('place')
    expect(at('answers.count')).toBe('questions')
    expect(at('start')).toBe('times')
    expect(at('hold')).toBeNull()
    expect(at('Idempotency-Key')).toBeNull()
  })
})

describe('the key of an attempt', () => {
  test('stays with its wish, and changes with it', () => {
    let made = 0
    const key = () => `key-${++made}`
    const first = attemptFor(null, { a: 1 }, key)

    expect(attemptFor(first, { a: 1 }, key)).toBe(first)
    expect(attemptFor(first, { a: 2 }, key).key).toBe('key-2')
    expect(attemptFor({ ...first, isOpen: true }, { a: 3 }, key).body).toEqual({ a: 1 })
  })
})

describe('the words of the widget', () => {
  const say = (status: number, more: object = {}) => {
    const { refusal } = refused(status, more) as { refusal: Parameters<typeof refusalWords>[0] }
    return refusalWords(refusal, { isOffline: false, company: null })
  }

  test('say what happened and what to do, for every way of not answering', () => {
    expect(say(429, { retryAfter: 30 }).text).toContain('Wait 30 seconds')
    expect(say(503).title).toContain('busy')
    expect(say(500)).toMatchObject({ mayRetry: true })
    expect(say(403, { message: 'Online booking is switched off.' })).toMatchObject({
      text: 'Online booking is switched off.',
      mayRetry: false,
    })
    const { refusal } = lostAnswer as { refusal: Parameters<typeof refusalWords>[0] }
    expect(refusalWords(refusal, { isOffline: true, company: null }).title).toBe('You are offline.')
  })

  test('write dates and prices as the page wishes, in the zone of the place of work', () => {
    const [start, end] = ['2026-11-23T22:00:00.000Z', '2026-11-23T23:30:00.000Z']
    const span = { start, end, timezone: 'Australia/Sydney' }
    const plain = (text: string) => text.replaceAll(/[\s\u2009\u202f]+/g, ' ')

    expect(plain(formatsFor('en-AU').span(span))).toBe('9:00–10:30 am')
    expect(plain(formatsFor('en-US').span(span))).toBe('9:00–10:30 AM')
    expect(formatsFor('en-US').day(start, 'Australia/Sydney')).toBe('Tue, Nov 24')
    expect(formatsFor('en-AU').price(tapRepair)).toBe('$165')
    expect(formatsFor('en-AU').hour(start, 'Australia/Sydney')).toBe(9)
    expect(localeFor('en-GB', 'en-AU')).toBe('en-GB')
    expect(localeFor('en', 'en-NZ')).toBe('en-NZ')
    expect(localeFor('de', 'de-DE')).toBe('en-DE')
  })
})
