import { DomainError } from '../domain-error.ts'
import type { Decider, Who } from '../lifecycle.ts'

export type CommandRule = {
  /**
   * Who may give the command at all; whether it fits the case is for the guards to decide. `system`
   * alone is a command that only the rules themselves carry out.
   */
  who: readonly (Who | 'anyone')[]
}

const by = (...who: CommandRule['who']): CommandRule => ({ who })

const internal = by('system')
const editing = by('booking.edit')
const moving = by('booking.reschedule', 'customer', 'own.reschedule')
const reporting = by('fieldworker', 'appointment.progress')
const answering = by('fieldworker', 'appointment.respond-on-behalf')

/** Every command, by the collection whose records it changes. */
export const commands = {
  bookings: {
    book: by('anyone'),
    repeat: by('booking.create', 'customer'),
    confirm: by('booking.confirm'),
    complete: by('booking.complete', 'own.complete'),
    cancel: by('booking.cancel', 'customer', 'own.cancel'),
    'no-show': by('booking.no-show', 'own.no-show'),
    approve: by('booking.approve'),
    'reject-approval': by('booking.approve'),
    reschedule: moving,
    retime: moving,
    claim: editing,
    'change-customer': editing,
    'pause-messages': editing,
    'resume-messages': editing,
    'link-move': internal,
    'roll-up': internal,
    'add-up': internal,
  },
  'booking-lines': {
    'add-line': editing,
    'remove-line': editing,
    book: internal,
    'change-customer': internal,
  },
  appointments: {
    'add-visit': editing,
    'remove-line': by('booking.cancel'),
    assign: by('booking.assign'),
    accept: answering,
    decline: answering,
    pend: by('appointment.respond-on-behalf'),
    'en-route': reporting,
    start: reporting,
    pause: reporting,
    finish: reporting,
    cancel: by('booking.cancel', 'own.cancel'),
    reschedule: moving,
    retime: moving,
    book: internal,
    'change-customer': internal,
    expire: internal,
    restore: internal,
    'follow-booking': internal,
    'link-move': internal,
    're-home': internal,
    'follow-clock': internal,
  },
  series: {
    'move-series': by('booking.reschedule'),
    'end-series': by('booking.cancel'),
  },
  users: {
    invite: by('users.edit'),
    // Whoever has the mailed link: it says which account.
    'accept-invitation': by('anyone'),
    'reset-password': by('anyone'),
  },
} as const satisfies Record<string, Record<string, CommandRule>>

type Commands = typeof commands

/** A collection whose records change by commands. */
export type Commanded = keyof Commands

export type CommandName = { [Of in Commanded]: keyof Commands[Of] }[Commanded]

const listed: Record<string, Record<string, CommandRule>> = commands

/** The rules under a name: one for each collection that has such a command. */
const rulesNamed = (name: string, of?: string): CommandRule[] =>
  (of ? [listed[of] ?? {}] : Object.values(listed)).flatMap((table) => table[name] ?? [])

const isListed = (who: Who | 'anyone', { kind, permissions }: Decider): boolean => {
  if (who === 'anyone') return true
  if (who === 'system') return kind === 'system'
  if (who === 'customer') return kind === 'customer' || kind === 'link'
  if (who === 'fieldworker') return kind === 'fieldworker'
  if (who.startsWith('own.') && kind !== 'fieldworker') return false
  return permissions.has(who)
}

/** Whether the table lists the actor for the command, of one collection or of any that has it. */
export const mayCommand = (actor: Decider, name: string, of?: string): boolean =>
  actor.kind === 'system' ||
  rulesNamed(name, of).some(({ who }) => who.some((one) => isListed(one, actor)))

/**
 * Refuses a command to anybody whom the table does not list for it.
 * @throws {DomainError} invalid-input for a name that is no command, not-signed-in, not-allowed
 */
export const assertMayCommand = (actor: Decider, name: string, of?: string): void => {
  if (rulesNamed(name, of).length === 0) {
    throw new DomainError('invalid-input', `There is no command ${name} here.`, {
      field: 'command.name',
    })
  }
  if (mayCommand(actor, name, of)) return
  if (actor.kind === 'anonymous') {
    throw new DomainError('not-signed-in', 'Sign in first.')
  }
  throw new DomainError('not-allowed', `You may not use the command ${name} here.`)
}
