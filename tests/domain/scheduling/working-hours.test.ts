import { describe, expect, it } from 'vitest'
import { weekdays, workingIntervals } from '../../../src/domain/scheduling/working-hours.ts'

const hour = 3_600_000
const at = (iso: string) => Date.parse(iso)
const words = (spans: { start: number; end: number }[]) =>
  spans.map(({ start, end }) => `${new Date(start).toISOString()}/${(end - start) / hour}h`)

describe('working hours', () => {
  it.each([
    ['nights are an hour shorter when clocks go forward', '2027-03-13T22:00-05:00', 7],
    ['nights are an hour longer when clocks go back', '2027-11-06T22:00-04:00', 9],
    ['other nights last eight hours', '2027-06-05T22:00-04:00', 8],
  ])('%s', (_name, start, length) => {
    const spans = workingIntervals({
      hours: [{ days: ['sat'], start: '22:00', end: '06:00' }],
      exceptions: [],
      timezone: 'America/New_York',
      from: at(start) - 12 * hour,
      to: at(start) + 24 * hour,
    })

    expect(words(spans)).toEqual([`${new Date(start).toISOString()}/${length}h`])
  })

  it.each([
    ['Santiago', 'America/Santiago', '2027-09-05', 23],
    ['Cairo', 'Africa/Cairo', '2027-04-30', 23],
    ['Beirut', 'Asia/Beirut', '2027-03-28', 23],
    ['New York in November', 'America/New_York', '2027-11-07', 25],
    ['Lord Howe in April', 'Australia/Lord_Howe', '2027-04-04', 24.5],
    ['Troll', 'Antarctica/Troll', '2027-03-28', 22],
    ['Sydney in October', 'Australia/Sydney', '2027-10-03', 23],
  ])('a whole day in %s is as long as the day is', (_name, timezone, date, length) => {
    const spans = workingIntervals({
      hours: [],
      exceptions: [{ date, closed: false, blocks: [{ start: '00:00', end: '00:00' }] }],
      timezone,
      from: at(`${date}T00:00Z`) - 30 * hour,
      to: at(`${date}T00:00Z`) + 54 * hour,
    })

    expect(spans.map(({ start, end }) => (end - start) / hour)).toEqual([length])
  })

  it('a shift that runs over midnight counts on the morning after', () => {
    const spans = workingIntervals({
      hours: [{ days: ['sun'], start: '22:00', end: '06:00' }],
      exceptions: [],
      timezone: 'UTC',
      from: at('2027-06-07T00:00Z'),
      to: at('2027-06-07T12:00Z'),
    })

    expect(words(spans)).toEqual(['2027-06-07T00:00:00.000Z/6h'])
  })

  it('a day may have several blocks, and touching ones are one', () => {
    const spans = workingIntervals({
      hours: [
        { days: [...weekdays], start: '08:00', end: '12:00' },
        { days: ['mon'], start: '13:00', end: '15:00' },
        { days: ['mon'], start: '15:00', end: '16:00' },
      ],
      exceptions: [],
      timezone: 'UTC',
      from: at('2027-06-07T00:00Z'),
      to: at('2027-06-08T00:00Z'),
    })

    expect(words(spans)).toEqual(['2027-06-07T08:00:00.000Z/4h', '2027-06-07T13:00:00.000Z/3h'])
  })

  it('an exception replaces the week, and a closed date has no hours', () => {
    const spans = workingIntervals({
      hours: [{ days: [...weekdays], start: '08:00', end: '16:00' }],
      exceptions: [
        { date: '2027-06-07', closed: true, blocks: [] },
        { date: '2027-06-08', closed: false, blocks: [{ start: '10:00', end: '11:00' }] },
      ],
      timezone: 'UTC',
      from: at('2027-06-07T00:00Z'),
      to: at('2027-06-10T00:00Z'),
    })

    expect(words(spans)).toEqual(['2027-06-08T10:00:00.000Z/1h', '2027-06-09T08:00:00.000Z/8h'])
  })
})
