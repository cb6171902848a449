import { expect, test } from 'vitest'
import { wayOf } from '../../../src/admin/scheduling/suggestion-words.ts'

const from = '2026-11-23T09:00:00.000Z'
const here = { service: 'tidy', from, hasStart: true, hasPerson: true }
const bo = { id: '00000000-0000-4000-8000-000000000001', name: 'Bo' }

test.each([
  ['2026-11-23T09:15:00.000Z', '15 min later'],
  ['2026-11-23T07:30:00.000Z', '1 h 30 min earlier'],
  ['2026-11-24T09:00:00.000Z', '1 day later'],
  ['2026-11-26T10:00:00.000Z', '3 days 1 h later'],
])('a start at %s is called %s, and its button takes it', (start, words) => {
  expect(wayOf({ kind: 'time', message: 'Take it.', start }, here)).toEqual({
    words,
    does: 'Take it',
  })
})

test('someone else is named, and chosen where a person can be', () => {
  const suggestion = { kind: 'person', message: 'Ask Bo.', fieldworker: bo } as const

  expect(wayOf(suggestion, here)).toEqual({ words: 'With Bo instead', does: 'Choose' })
  expect(wayOf(suggestion, { ...here, hasPerson: false })).toEqual({ words: 'With Bo instead' })
})

test('notice binds customers, so the office may overrule it or open the service', () => {
  const suggestion = { kind: 'notice', message: 'Lower it.', value: 30 } as const

  expect(wayOf(suggestion, here)).toMatchObject({
    words: 'Overrule the notice',
    does: 'Take it anyway',
    href: '/admin/collections/services/tidy',
  })
})

test('what is changed about a person is done on their own page', () => {
  const suggestion = { kind: 'skill', message: 'Give Bo the skill Gas.', fieldworker: bo } as const

  expect(wayOf(suggestion, here)).toEqual({
    words: 'Give Bo the skill Gas',
    href: `/admin/collections/fieldworkers/${bo.id}`,
    opens: 'Open Bo',
  })
})
