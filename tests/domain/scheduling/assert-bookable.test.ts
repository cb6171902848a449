import { expect, it } from 'vitest'
import { assertBookable } from '../../../src/domain/scheduling/assert-bookable.ts'

const at = (iso: string) => Date.parse(iso)
const book = (start: string, end: string) => () =>
  assertBookable({
    service: { noticeMinutes: 120, horizonDays: 10 },
    start: at(start),
    end: at(end),
    now: at('2027-06-07T08:00Z'),
    timezone: 'UTC',
  })

it.each([
  ['sooner than the notice', '2027-06-07T09:59Z', '2027-06-07T11:00Z', 'outside-booking-window'],
  ['beyond the horizon', '2027-06-18T00:00Z', '2027-06-18T01:00Z', 'outside-booking-window'],
  ['ending before it starts', '2027-06-08T10:00Z', '2027-06-08T10:00Z', 'invalid-input'],
])('a visit %s is refused', (_name, start, end, code) => {
  expect(book(start, end)).toThrow(expect.objectContaining({ code }))
})

it('a visit exactly at the notice and on the last day is accepted', () => {
  expect(book('2027-06-07T10:00Z', '2027-06-07T11:00Z')).not.toThrow()
  expect(book('2027-06-17T23:00Z', '2027-06-18T00:00Z')).not.toThrow()
})
