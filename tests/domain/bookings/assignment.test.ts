import { describe, expect, test } from 'vitest'
import {
  assignmentOf,
  type Method,
  methodFor,
  type Wanted,
  wantedIn,
  wantedInMove,
  wantedOnApproval,
} from '../../../src/domain/bookings/assignment.ts'

const ana = 'ana'

type Row = [Method, Wanted, boolean, Method, string, string | null, string | null]

const rows: Row[] = [
  ['direct', 'person', false, 'direct', 'not_required', ana, null],
  ['direct', 'anyone', false, 'direct', 'not_required', ana, null],
  ['direct', 'nobody', false, 'direct', 'unassigned', null, ana],
  ['request', 'person', false, 'request', 'pending', ana, null],
  ['request', 'anyone', false, 'request', 'pending', ana, null],
  ['request', 'nobody', false, 'request', 'unassigned', null, ana],
  // Whoever is named is the one who is asked.
  ['broadcast', 'person', false, 'request', 'pending', ana, null],
  ['broadcast', 'anyone', false, 'broadcast', 'pending', null, ana],
  ['broadcast', 'nobody', false, 'broadcast', 'unassigned', null, ana],
  // While somebody has to approve, nobody is asked; direct assignments need no answer.
  ['direct', 'person', true, 'direct', 'not_required', ana, null],
  ['direct', 'nobody', true, 'direct', 'unassigned', null, ana],
  ['request', 'person', true, 'request', 'unassigned', null, ana],
  ['request', 'anyone', true, 'request', 'unassigned', null, ana],
  ['broadcast', 'person', true, 'request', 'unassigned', null, ana],
  ['broadcast', 'anyone', true, 'broadcast', 'unassigned', null, ana],
]

describe('a visit', () => {
  test.each(rows)(
    'by %s that wants %s, awaiting approval: %s → %s, %s, fieldworker %s, reserved %s',
    (method, wanted, awaitsApproval, ...expected) => {
      const found = assignmentOf({ method, wanted, holder: ana, awaitsApproval })

      expect([found.method, found.acceptance, found.fieldworker, found.reservedFor]).toEqual(
        expected,
      )
    },
  )

  test('that no one could take is assigned to no one', () => {
    const found = assignmentOf({
      method: 'direct',
      wanted: 'nobody',
      holder: null,
      awaitsApproval: false,
    })

    expect(found).toEqual({
      method: 'direct',
      acceptance: 'unassigned',
      fieldworker: null,
      reservedFor: null,
    })
  })
})

test.each([
  ['any', 'anyone'],
  ['same', 'anyone'],
  [ana, 'person'],
  [null, 'nobody'],
  [undefined, 'nobody'],
] as const)('a command that names %s wants %s', (fieldworker, wanted) => {
  expect(wantedIn(fieldworker)).toBe(wanted)
})

test('the method is the command’s, else the service’s, else the company’s, else direct', () => {
  const company = 'request'
  expect(methodFor({ chosen: 'direct', service: 'broadcast', company })).toBe('direct')
  expect(methodFor({ service: 'broadcast', company })).toBe('broadcast')
  expect(methodFor({ service: 'inherit', company })).toBe('request')
  expect(methodFor({ service: null })).toBe('direct')
})

const visit = { method: 'request', acceptance: 'accepted', fieldworker: ana } as const

test.each([
  [visit, undefined, 'person'],
  [visit, null, 'nobody'],
  [visit, 'ben', 'person'],
  [visit, 'any', 'anyone'],
  [{ ...visit, acceptance: 'unassigned', fieldworker: null }, undefined, 'nobody'],
  [{ ...visit, method: 'broadcast' }, undefined, 'anyone'],
  [{ method: 'broadcast', acceptance: 'unassigned', fieldworker: null }, undefined, 'nobody'],
  [{ ...visit, method: 'broadcast' }, 'ben', 'person'],
] as const)('moving %o to %s wants %s', (moved, fieldworker, wanted) => {
  expect(wantedInMove(moved, fieldworker)).toBe(wanted)
})

test.each([
  ['request', 'unassigned', ana, 'person'],
  ['broadcast', 'unassigned', ana, 'anyone'],
  ['direct', 'unassigned', ana, 'nobody'],
  ['request', 'unassigned', null, 'nobody'],
  ['request', 'declined', ana, 'nobody'],
] as const)(
  'an approval of a visit by %s that is %s and reserved for %s asks %s',
  (method, acceptance, reservedFor, wanted) => {
    expect(wantedOnApproval({ method, acceptance, reservedFor })).toBe(wanted)
  },
)
