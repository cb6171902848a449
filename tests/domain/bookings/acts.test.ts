import { describe, expect, test } from 'vitest'
import { actSentence } from '../../../src/domain/bookings/act-words.ts'
import { type ActEntry, actsOf } from '../../../src/domain/bookings/acts.ts'

const grace = { actorKind: 'staff', actorId: 'grace', actorName: 'Grace' }
const henry = { actorKind: 'staff', actorId: 'henry', actorName: 'Henry' }
const rules = { actorKind: 'system', actorId: null, actorName: 'Fieldbook' }

const entry = (
  at: number,
  [subjectType, command, subjectId = subjectType]: [string, string, string?],
  actor: typeof grace | typeof rules = grace,
): ActEntry => ({ ...{ at, subjectType, subjectId, command }, ...actor })

const told = (entries: ActEntry[]) =>
  actsOf(entries).map(({ lead, entries: all }) => [lead.subjectType, lead.command, all.length])

describe('the acts of a history', () => {
  test('take a booking, its service, its visit and its offer as one', () => {
    const made = [
      entry(0, ['bookings', 'book']),
      entry(1, ['booking-lines', 'book']),
      entry(2, ['appointments', 'book']),
      entry(3, ['assignment-offers', 'book']),
    ]

    expect(told(made)).toEqual([['bookings', 'book', 4]])
  })

  test('take what the rules did in consequence as a part of what someone did', () => {
    const answered = [
      entry(0, ['assignment-offers', 'update'], rules),
      entry(4, ['appointments', 'accept']),
      entry(9, ['bookings', 'roll-up'], rules),
    ]

    expect(told(answered)).toEqual([['appointments', 'accept', 3]])
  })

  test('keep apart what two people did, what was done later and what was done again', () => {
    const several = [
      entry(0, ['bookings', 'update']),
      entry(500, ['bookings', 'update'], henry),
      entry(900, ['bookings', 'update'], henry),
      entry(9000, ['appointments', 'assign'], henry),
    ]

    expect(told(several)).toEqual([
      ['bookings', 'update', 1],
      ['bookings', 'update', 1],
      ['bookings', 'update', 1],
      ['appointments', 'assign', 1],
    ])
  })

  test('take several visits of one command as one', () => {
    const both = [
      entry(0, ['appointments', 'accept', 'one']),
      entry(10, ['appointments', 'accept', 'two']),
    ]

    expect(told(both)).toEqual([['appointments', 'accept', 2]])
  })
})

describe('the sentence about an act', () => {
  const of = (act: Partial<Parameters<typeof actSentence>[0]>) =>
    actSentence({
      ...{ actor: 'Grace', subjectType: 'appointments', command: 'assign' },
      ...{ assigned: 'same', person: null, onBehalfOf: null, ...act },
    })

  test.each([
    [{ assigned: 'another', person: 'Sam' }, 'Grace assigned a visit to Sam'],
    [{ assigned: 'nobody' }, 'Grace unassigned a visit'],
    [{ assigned: 'several' }, 'Grace asked several people to take a visit'],
    [{ command: 'accept', onBehalfOf: 'Sam' }, 'Grace accepted a visit for Sam'],
    [{ command: 'accept', actor: 'Sam', person: 'Sam' }, 'Sam accepted a visit'],
    [{ command: 'cancel', subjectType: 'bookings' }, 'Grace cancelled the booking'],
    [{ command: 'update', subjectType: 'bookings' }, 'Grace changed the booking'],
    [{ command: 'import-legacy' }, 'Grace did “import legacy”'],
  ] as const)('of %j is “%s”', (act, sentence) => {
    expect(of(act)).toBe(sentence)
  })
})
