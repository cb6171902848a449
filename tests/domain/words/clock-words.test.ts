import { describe, expect, test } from 'vitest'
import {
  clockSpanWords,
  clockWords,
  zonedClockWords,
  zonePlaceWords,
} from '../../../src/domain/words/clock-words.ts'

const sydney = { zone: 'Australia/Sydney', locale: 'en-AU' }
const span = (start: string, end: string) => ({ start, end })

describe('times in words', () => {
  test.each([
    ['9:00–10:30 am', '2026-11-23T22:00:00Z', '2026-11-23T23:30:00Z'],
    ['9:30 am–12:30 pm', '2026-11-23T22:30:00Z', '2026-11-24T01:30:00Z'],
    // The clocks go back from three to two: the first hour, the second, and across the change.
    ['2:15–2:45 am AEDT', '2027-04-03T15:15:00Z', '2027-04-03T15:45:00Z'],
    ['2:15–2:45 am AEST', '2027-04-03T16:15:00Z', '2027-04-03T16:45:00Z'],
    ['2:00 am AEDT–2:00 am AEST', '2027-04-03T15:00:00Z', '2027-04-03T16:00:00Z'],
    ['1:30 am AEDT–4:00 am AEST', '2027-04-03T14:30:00Z', '2027-04-03T18:00:00Z'],
    ['3:15–3:45 am', '2027-04-03T17:15:00Z', '2027-04-03T17:45:00Z'],
    // And on from two to three.
    ['1:30 am AEST–3:30 am AEDT', '2027-10-02T15:30:00Z', '2027-10-02T16:30:00Z'],
  ])('%s', (words, start, end) => {
    expect(clockSpanWords(span(start, end), sydney)).toBe(words)
  })

  test('name the zone where they are asked to', () => {
    const morning = span('2026-11-23T22:00:00Z', '2026-11-23T23:30:00Z')

    expect(clockSpanWords(morning, { ...sydney, named: true })).toBe('9:00–10:30 am AEDT')
    expect(zonedClockWords(morning.start, sydney)).toBe('9:00 am AEDT')
  })

  test('tell the two times of an hour that comes twice apart', () => {
    const twice = ['2027-04-03T15:15:00Z', '2027-04-03T16:15:00Z', '2027-04-03T17:15:00Z']

    expect(twice.map((at) => clockWords(at, sydney))).toEqual([
      '2:15 am AEDT',
      '2:15 am AEST',
      '3:15 am',
    ])
    const lordHowe = { zone: 'Australia/Lord_Howe', locale: 'en-AU' }
    expect(clockWords('2027-04-03T14:45:00Z', lordHowe)).toBe('1:45 am LHDT')
  })

  test('are written as the locale does', () => {
    const morning = span('2026-11-23T22:00:00Z', '2026-11-23T23:30:00Z')

    expect(clockSpanWords(morning, { ...sydney, locale: 'en-US' })).toBe('9:00–10:30 AM')
    expect(clockSpanWords(morning, { ...sydney, locale: 'de-DE' })).toBe('9:00–10:30')
  })
})

test('a place names its zone as it is at the times shown', () => {
  expect(zonePlaceWords('2027-01-01T00:00:00Z', sydney)).toBe('Sydney (AEDT)')
  expect(zonePlaceWords(['2027-04-01T00:00:00Z', '2027-04-06T00:00:00Z'], sydney)).toBe(
    'Sydney (AEDT/AEST)',
  )
})
