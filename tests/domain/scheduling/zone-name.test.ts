import { describe, expect, it } from 'vitest'
import { canonicalZone } from '../../../src/domain/scheduling/zone-name.ts'

describe('the name of a time zone', () => {
  it.each([
    ['Australia/Sydney', 'Australia/Sydney'],
    ['australia/sydney', 'Australia/Sydney'],
    ['Australia/NSW', 'Australia/Sydney'],
    ['US/Eastern', 'America/New_York'],
    ['Asia/Kolkata', 'Asia/Kolkata'],
    ['Asia/Calcutta', 'Asia/Kolkata'],
    ['Asia/Kathmandu', 'Asia/Kathmandu'],
    ['Europe/Kiev', 'Europe/Kyiv'],
    ['America/Argentina/Buenos_Aires', 'America/Argentina/Buenos_Aires'],
    ['america/buenos_aires', 'America/Argentina/Buenos_Aires'],
    ['Pacific/Kanton', 'Pacific/Kanton'],
    ['utc', 'UTC'],
    ['Etc/UTC', 'UTC'],
  ])('%s is stored as %s', (typed, stored) => {
    expect(canonicalZone(typed)).toBe(stored)
  })

  it.each([
    '+05:30',
    '+10:00',
    '-03',
    'GMT+25',
    'UTC+10',
    'IST',
    'EST',
    'Mars/Base',
    'SystemV/AST4',
    ' Australia/Sydney',
    'Australia/',
    '',
  ])('"%s" is no zone', (typed) => {
    expect(canonicalZone(typed)).toBeNull()
  })

  it('every zone of the runtime has a name that names itself and keeps the same clock', () => {
    for (const name of Intl.supportedValuesOf('timeZone')) {
      const stored = canonicalZone(name) ?? ''
      const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: stored }).resolvedOptions()

      expect([canonicalZone(stored), timeZone]).toEqual([stored, name])
    }
  })
})
