import { describe, expect, it } from 'vitest'
import {
  closingInstant,
  instantOf,
  instantsOf,
  localDateOf,
  offsetTimeOf,
  openingInstant,
  zoneNameOf,
} from '../../../src/domain/scheduling/local-time.ts'

const iso = (instant: number) => new Date(instant).toISOString()

describe('local time', () => {
  it.each([
    ['New York', '2027-03-14T02:30', 'America/New_York', '2027-03-14T07:00:00.000Z'],
    ['London', '2027-03-28T01:30', 'Europe/London', '2027-03-28T01:00:00.000Z'],
    ['Sydney', '2027-10-03T02:30', 'Australia/Sydney', '2027-10-02T16:00:00.000Z'],
    ['Santiago', '2027-09-05T00:00', 'America/Santiago', '2027-09-05T04:00:00.000Z'],
    ['Cairo', '2027-04-30T00:00', 'Africa/Cairo', '2027-04-29T22:00:00.000Z'],
    ['Beirut', '2027-03-28T00:00', 'Asia/Beirut', '2027-03-27T22:00:00.000Z'],
    ['Troll', '2027-03-28T02:00', 'Antarctica/Troll', '2027-03-28T01:00:00.000Z'],
  ])('the clocks of %s jump over %s', (_city, local, zone, end) => {
    expect(() => instantOf(local, zone)).toThrow(
      expect.objectContaining({ code: 'nonexistent-local-time' }),
    )
    expect(iso(openingInstant(local, zone))).toBe(end)
    expect(iso(closingInstant(local, zone))).toBe(end)
  })

  it.each([
    ['New York', '2027-11-07T01:30', 'America/New_York', ['-04:00', '-05:00']],
    ['London', '2027-10-31T01:30', 'Europe/London', ['+01:00', '+00:00']],
    ['Lord Howe', '2027-04-04T01:45', 'Australia/Lord_Howe', ['+11:00', '+10:30']],
    ['Casablanca', '2025-02-23T02:30', 'Africa/Casablanca', ['+01:00', '+00:00']],
  ])('%s sees %s twice, with two offsets', (_city, local, zone, offsets) => {
    const instants = instantsOf(local, zone)

    expect(instants.map((instant) => offsetTimeOf(instant, zone).slice(-6))).toEqual(offsets)
    expect(instantOf(local, zone)).toBe(instants[0])
    expect(openingInstant(local, zone)).toBe(instants[0])
    expect(closingInstant(local, zone)).toBe(instants[1])
  })

  it('work until the hour that will be repeated ends before its first time', () => {
    expect(iso(closingInstant('2027-11-07T01:00', 'America/New_York'))).toBe(
      '2027-11-07T05:00:00.000Z',
    )
  })

  it('the first moment of a gap is the jump itself', () => {
    expect(iso(openingInstant('2027-03-14T02:00', 'America/New_York'))).toBe(
      '2027-03-14T07:00:00.000Z',
    )
  })

  it('an offset of a quarter of an hour is kept', () => {
    expect(iso(instantOf('2027-06-01T09:00', 'Asia/Kathmandu'))).toBe('2027-06-01T03:15:00.000Z')
  })

  it.each(['2026-02-30T10:00', '2026-13-01T10:00', 'tomorrow', '2026-01-01T25:00'])(
    '%s is no time at all',
    (local) => {
      expect(() => instantOf(local, 'UTC')).toThrow(
        expect.objectContaining({ code: 'invalid-input' }),
      )
    },
  )

  it('the date depends on the zone', () => {
    const instant = Date.parse('2027-01-01T13:30:00Z')

    expect(localDateOf(instant, 'Australia/Sydney')).toBe('2027-01-02')
    expect(localDateOf(instant, 'America/New_York')).toBe('2027-01-01')
  })

  it('a zone has a name that people know, summer and winter', () => {
    expect(zoneNameOf(Date.parse('2027-01-01T00:00:00Z'), 'Australia/Sydney')).toBe('Sydney (AEDT)')
    expect(zoneNameOf(Date.parse('2027-07-01T00:00:00Z'), 'Australia/Sydney')).toBe('Sydney (AEST)')
  })
})
