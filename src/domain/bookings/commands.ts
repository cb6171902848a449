import { DomainError } from '../domain-error.ts'
import type { Decider, Who } from '../lifecycle.ts'
import { acceptanceLifecycle } from './acceptance-lifecycle.ts'
import { appointmentLifecycle } from './appointment-lifecycle.ts'
import { bookingLifecycle } from './booking-lifecycle.ts'
import { approvalLifecycle } from './gate-lifecycle.ts'
import { progressLifecycle } from './progress-lifecycle.ts'

export type CommandRule = {
  /**
   * Who may give the command at all; whether it fits the case is for the guards to decide. `system`
   * alone is a command that only the rules themselves carry out.
   */
  who: readonly (Who | 'anyone')[]
}

const by = (...who: CommandRule['who']): CommandRule => ({ who })

type Events = Readonly<Record<string, { who: readonly Who[] }>>

/** By whomever a lifecycle lets carry out the event, from any of its states. */
const inTable = (table: Readonly<Record<string, Events>>, event: string): CommandRule => {
  const who = Object.values(table).flatMap((events) => events[event]?.who ?? [])
  return by(...new Set(who.filter((one) => one !== 'system')))
}

const ofBooking = (event: string) => inTable(bookingLifecycle.table, event)
const ofVisit = (event: string) => inTable(appointmentLifecycle.table, event)
const ofAnswer = (event: string) => inTable(acceptanceLifecycle.table, event)
const ofProgress = (event: string) => inTable(progressLifecycle.table, event)
const ofApproval = (event: string) => inTable(approvalLifecycle.table, event)

const internal = by('system')
const editing = by('booking.edit')
/** Every command, by the collection whose records it changes. */
export const commands = {
  bookings: {
    book: by('anyone'),
    repeat: by('booking.create', 'customer'),
    confirm: ofBooking('confirm'),
    complete: ofBooking('complete'),
    cancel: ofBooking('cancel'),
    'no-show': ofBooking('no-show'),
    approve: ofApproval('approve'),
    'reject-approval': ofApproval('reject'),
    'confirm-for-customer': by('booking.confirm'),
    reschedule: ofBooking('reschedule'),
    retime: ofBooking('retime'),
    remind: by('booking.assign'),
    claim: editing,
    'change-customer': editing,
    'pause-messages': editing,
    'resume-messages': editing,
    'link-move': internal,
    'roll-up': internal,
    'add-up': internal,
    'follow-account': internal,
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
    assign: ofAnswer('assign'),
    accept: ofAnswer('accept'),
    decline: ofAnswer('decline'),
    pend: ofAnswer('pend'),
    'en-route': ofProgress('en-route'),
    start: ofProgress('start'),
    pause: ofProgress('pause'),
    finish: ofProgress('finish'),
    cancel: ofVisit('cancel'),
    reschedule: ofVisit('reschedule'),
    retime: ofVisit('retime'),
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
