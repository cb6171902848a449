import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import {
  type CommandFacts,
  commandFacts,
  commandsWriting,
  skips,
  steps,
} from '../../../src/domain/bookings/command-facts.ts'
import { type Commanded, commands } from '../../../src/domain/bookings/commands.ts'

const root = join(import.meta.dirname, '../../..')

/** Every command that leaves a step out or has fields to itself; the others do neither. */
const expected: Record<string, string[]> = {
  'bookings/repeat': ['announcement', 'inside: announcement, limits, questions'],
  'bookings/cancel': ['inside: customer-notice', 'writes: cancellation'],
  'bookings/no-show': ['writes: noShow'],
  'bookings/approve': ['inside: customer-notice, series'],
  'bookings/reject-approval': ['inside: customer-notice, series'],
  'bookings/reschedule': ['announcement', 'inside: announcement, derivation'],
  'bookings/pause-messages': ['writes: commsPaused'],
  'bookings/resume-messages': ['writes: commsPaused'],
  'booking-lines/add-line': ['customer-notice'],
  'booking-lines/remove-line': ['customer-notice'],
  'booking-lines/book': ['inside: derivation'],
  'booking-lines/change-customer': ['inside: questions'],
  'appointments/add-visit': ['customer-notice'],
  'appointments/remove-line': ['customer-notice, line-end'],
  'appointments/assign': ['writes: fieldworker, method, unreserved'],
  'appointments/reschedule': [
    ...['announcement', 'inside: announcement, derivation', 'writes: end, fieldworker, start'],
  ],
  'appointments/retime': [
    ...['allocation, announcement, answer', 'inside: allocation, announcement, answer'],
    'writes: end, fieldworker, start',
  ],
  'appointments/book': ['inside: announcement, derivation, roll-up'],
  'appointments/change-customer': ['inside: announcement, roll-up'],
  'appointments/restore': ['inside: announcement, roll-up'],
  'appointments/follow-booking': ['inside: announcement, line-end, roll-up'],
  'appointments/link-move': ['inside: announcement, roll-up'],
  'appointments/re-home': ['inside: announcement, roll-up'],
  'appointments/follow-clock': ['inside: allocation'],
  'series/move-series': ['customer-notice'],
  'series/end-series': ['customer-notice'],
}

const list = (label: string, names: readonly string[]) =>
  names.length > 0 ? [`${label}${names.toSorted().join(', ')}`] : []

const words = (facts: CommandFacts) => [
  ...list('', facts.skips),
  ...list('inside: ', facts.inside),
  ...list('writes: ', facts.writes),
]

const rows = Object.keys(commands).flatMap((of) =>
  Object.keys(commands[of as Commanded]).map((name) => ({
    key: `${of}/${name}`,
    facts: (commandFacts[of as Commanded] as Record<string, CommandFacts>)[name],
  })),
)

test.each(rows)('$key has its facts stated', ({ key, facts }) => {
  expect(facts && words(facts)).toEqual(expected[key] ?? [])
})

describe('a step', () => {
  const source = (path: string): string =>
    readdirSync(join(root, path), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => readFileSync(join(root, path, file), 'utf8'))
      .join('\n')
  const asked = source('src/hooks') + source('src/steps')

  test.each(steps)('%s is asked about by a hook, and left out by some command', (step) => {
    expect(asked).toMatch(new RegExp(`(skips|isSkippedBy)\\([^)]*\\)?, '${step}'\\)`))
    expect(
      rows.some(({ facts }) => facts && [...facts.skips, ...facts.inside].includes(step)),
    ).toBe(true)
  })

  test('is left out by no plain save and by no name that is no command', () => {
    for (const step of steps) {
      expect(skips('bookings', {}, step)).toBe(false)
      expect(skips('bookings', { name: 'erase', as: 'system' }, step)).toBe(false)
    }
  })
})

test('a field names the commands that may change it', () => {
  expect(commandsWriting('bookings', 'commsPaused')).toEqual(['pause-messages', 'resume-messages'])
  expect(commandsWriting('appointments', 'fieldworker')).toEqual(['assign', 'reschedule', 'retime'])
  expect(commandsWriting('bookings', 'number')).toEqual([])
})
