import { describe, expect, test } from 'vitest'
import {
  type RecordAct,
  recordActs,
  type RecordCase,
  whyNotAct,
} from '../../../src/domain/bookings/record-acts.ts'
import { defaultRoles } from '../../../src/domain/people/permissions.ts'

const actorOf = (kind: string, slug: string) => ({
  kind,
  permissions: new Set<string>(defaultRoles.find((role) => role.slug === slug)?.permissions),
})

const visit = {
  ...{ id: 'v', status: 'confirmed', acceptance: 'accepted', progress: 'not_started' },
  ...{ start: '2026-11-22T22:00:00.000Z', fieldworker: 'ann' },
}

const caseOf = (change: Partial<RecordCase> = {}, booking: object = {}): RecordCase => ({
  actor: actorOf('staff', 'manager'),
  booking: { status: 'confirmed', customer: 'c', ...booking },
  visits: [visit],
  ...change,
})

const openIn = (given: RecordCase): RecordAct[] =>
  recordActs.filter((act) => whyNotAct(act, given) === null)

const editing = ['claim', 'pause-messages', 'resume-messages']

describe('what is done with the record of a booking', () => {
  test.each<[string, RecordCase, string[]]>([
    ['one that is live', caseOf(), ['repeat', ...editing, 'delete']],
    ['one that has ended', caseOf({}, { status: 'completed' }), [...editing, 'delete']],
    ['one of a series', caseOf({}, { series: 's' }), [...editing, 'delete']],
    ['one without visits', caseOf({ visits: [] }), [...editing, 'delete']],
    ['one that is deleted', caseOf({}, { deletedAt: '2026-11-01T00:00:00.000Z' }), ['restore']],
    ['a dispatcher', caseOf({ actor: actorOf('staff', 'dispatcher') }), ['repeat', ...editing]],
    ['a fieldworker', caseOf({ actor: actorOf('fieldworker', 'fieldworker') }), []],
    ['its customer', caseOf({ actor: actorOf('customer', 'customer') }), []],
    [
      'its customer, where the portal repeats',
      caseOf({ actor: actorOf('customer', 'customer'), customersMayRepeat: true }),
      ['repeat'],
    ],
  ])('of or by %s', (_name, given, expected) => {
    expect(openIn(given)).toEqual(expected)
  })
})
