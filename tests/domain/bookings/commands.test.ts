import { describe, expect, test } from 'vitest'
import {
  assertMayCommand,
  type Commanded,
  commands,
  mayCommand,
} from '../../../src/domain/bookings/commands.ts'
import { DomainError } from '../../../src/domain/domain-error.ts'
import { defaultRoles } from '../../../src/domain/people/permissions.ts'

const roleOf = (slug: string) =>
  new Set<string>(defaultRoles.find((role) => role.slug === slug)?.permissions ?? [])

const actors = {
  anonymous: { kind: 'anonymous', permissions: new Set<string>() },
  link: { kind: 'link', permissions: new Set<string>() },
  customer: { kind: 'customer', permissions: roleOf('customer') },
  fieldworker: { kind: 'fieldworker', permissions: roleOf('fieldworker') },
  subworker: { kind: 'fieldworker', permissions: roleOf('subworker') },
  accounts: { kind: 'staff', permissions: roleOf('accounts') },
  dispatcher: { kind: 'staff', permissions: roleOf('dispatcher') },
  manager: { kind: 'staff', permissions: roleOf('manager') },
} as const

const owner = ['link', 'customer']
const office = ['dispatcher', 'manager']
const onSite = ['fieldworker', 'subworker', ...office]
const none: string[] = []

/** Whom each command is open to, with the roles that the product comes with. */
const expected: Record<Commanded, Record<string, readonly string[]>> = {
  bookings: {
    book: Object.keys(actors),
    repeat: [...owner, ...office],
    confirm: office,
    complete: onSite,
    cancel: [...owner, ...office],
    'no-show': ['fieldworker', ...office],
    approve: ['manager'],
    'reject-approval': ['manager'],
    'confirm-for-customer': office,
    reschedule: [...owner, ...office],
    retime: [...owner, ...office],
    claim: office,
    remind: office,
    'change-customer': office,
    'pause-messages': office,
    'resume-messages': office,
    'link-move': none,
    'roll-up': none,
    'add-up': none,
    'follow-account': none,
  },
  'booking-lines': {
    'add-line': office,
    'remove-line': office,
    book: none,
    'change-customer': none,
  },
  appointments: {
    'add-visit': office,
    'remove-line': office,
    assign: office,
    accept: onSite,
    decline: onSite,
    pend: office,
    'en-route': onSite,
    start: onSite,
    pause: onSite,
    finish: onSite,
    cancel: office,
    reschedule: [...owner, ...office],
    retime: [...owner, ...office],
    book: none,
    'change-customer': none,
    expire: none,
    restore: none,
    'follow-booking': none,
    'link-move': none,
    're-home': none,
    'follow-clock': none,
  },
  series: { 'move-series': office, 'end-series': office },
  users: {
    invite: Object.entries(actors).flatMap(([name, { permissions }]) =>
      (permissions as ReadonlySet<string>).has('users.edit') ? [name] : [],
    ),
    'accept-invitation': Object.keys(actors),
    'reset-password': Object.keys(actors),
  },
}

const codeOf = (fn: () => void): string | null => {
  try {
    fn()
    return null
  } catch (error) {
    return error instanceof DomainError ? error.code : 'unknown'
  }
}

describe('a command is open to those whom the table lists', () => {
  for (const [of, table] of Object.entries(expected)) {
    test.each(Object.entries(table))(`of ${of}: %s`, (name, who) => {
      const open = Object.entries(actors)
        .filter(([, actor]) => mayCommand(actor, name, of))
        .map(([actor]) => actor)

      expect(open).toEqual(Object.keys(actors).filter((actor) => who.includes(actor)))
    })
  }

  test('and the table has no other', () => {
    const names = (table: object) => Object.keys(table).toSorted()

    expect(Object.keys(commands).map((of) => [of, names(commands[of as Commanded])])).toEqual(
      Object.entries(expected).map(([of, table]) => [of, names(table)]),
    )
  })
})

test('the rules themselves give every command', () => {
  const rules = { kind: 'system', permissions: new Set<string>() }

  for (const [of, table] of Object.entries(commands))
    for (const name of Object.keys(table)) expect(mayCommand(rules, name, of)).toBe(true)
})

test('a refusal says whether to sign in, to ask someone else, or that there is no such command', () => {
  const { anonymous, customer } = actors

  expect(codeOf(() => assertMayCommand(anonymous, 'cancel'))).toBe('not-signed-in')
  expect(codeOf(() => assertMayCommand(customer, 'pause-messages'))).toBe('not-allowed')
  expect(codeOf(() => assertMayCommand(customer, 'cancel', 'appointments'))).toBe('not-allowed')
  expect(codeOf(() => assertMayCommand(customer, 'erase'))).toBe('invalid-input')
  expect(codeOf(() => assertMayCommand(customer, 'cancel', 'bookings'))).toBe(null)
})
