import { describe, expect, test } from 'vitest'
import { writtenInstant } from '../../../src/domain/scheduling/written-instant.ts'

const zone = 'Australia/Sydney'
const read = (written: unknown, edge: 'end' | 'start') => {
  const at = writtenInstant(written, { zone, edge })
  return at === null ? null : new Date(at).toISOString()
}

describe('a time as someone wrote it', () => {
  test.each([
    ['2027-01-05T09:00', 'start', '2027-01-04T22:00:00.000Z'],
    ['2027-01-05T09:00:00', 'end', '2027-01-04T22:00:00.000Z'],
    ['2027-01-05', 'start', '2027-01-04T13:00:00.000Z'],
    ['2027-01-05', 'end', '2027-01-05T13:00:00.000Z'],
    // The clocks go back from three to two on this day.
    ['2027-04-04T02:30', 'start', '2027-04-03T15:30:00.000Z'],
    ['2027-04-04T02:30', 'end', '2027-04-03T16:30:00.000Z'],
    ['2027-04-04', 'end', '2027-04-04T14:00:00.000Z'],
    ['2027-01-05T09:00:00Z', 'start', null],
    ['2027-01-05T09:00:00+11:00', 'start', null],
    [null, 'start', null],
  ] as const)('%s as its %s is %s', (written, edge, instant) => {
    expect(read(written, edge)).toBe(instant)
  })

  test.each([
    ['2027-10-03T02:30', 'nonexistent-local-time'],
    ['2027-02-30T09:00', 'invalid-input'],
    ['2027-02-30', 'invalid-input'],
  ])('%s is refused', (written, code) => {
    expect(() => read(written, 'start')).toThrow(expect.objectContaining({ code }))
  })
})
