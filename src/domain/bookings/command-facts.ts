import type { Commanded, commands } from './commands.ts'

/**
 * What hooks do about a change, and a command may leave out because it has done so itself or its
 * caller does.
 */
export const steps = [
  // A new document is completed: its plan, span, price and number.
  'derivation',
  // A service's required questions are asked.
  'questions',
  // A plan is held to what its maker may say of it, and to a person's hours.
  'limits',
  // The time of a visit's person is won.
  'allocation',
  // A changed answer follows the acceptance lifecycle.
  'answer',
  // A service whose last visit was cancelled is taken off.
  'line-end',
  // The booking follows its visits.
  'roll-up',
  // The other occurrences of a series are decided alike.
  'series',
  // Whoever is concerned is told.
  'announcement',
  // The customer is told; others are all the same.
  'customer-notice',
] as const

export type Step = (typeof steps)[number]

export type CommandFacts = {
  /** Steps left out when somebody gives the command. */
  skips: readonly Step[]
  /** Steps left out when the rules carry it out, for themselves or in their caller's name. */
  inside: readonly Step[]
  /** Fields that no plain edit may change, and this command may. */
  writes: readonly string[]
}

const facts = ({
  skips = [],
  inside = [],
  writes = [],
}: Partial<CommandFacts> = {}): CommandFacts => ({
  skips,
  inside,
  writes,
})

const plain = facts()
/** Its caller looks after the booking and tells everybody. */
const quiet = facts({ inside: ['roll-up', 'announcement'] })
/** Tells the customer of several visits at once, at its end. */
const tellsAtEnd = facts({ skips: ['customer-notice'] })
/** The rules follow an approval or a rejection through the series. */
const decides = facts({ inside: ['series', 'customer-notice'] })
/** A move decides about time and answers as a whole, and tells everybody once. */
const retimes: readonly Step[] = ['allocation', 'answer', 'announcement']
const moved = ['start', 'end', 'fieldworker'] as const

type Table = { [Of in Commanded]: Record<keyof (typeof commands)[Of], CommandFacts> }

/** What hooks have to know of each command, by the collection whose records it changes. */
export const commandFacts: Table = {
  bookings: {
    book: plain,
    repeat: facts({ skips: ['announcement'], inside: ['questions', 'limits', 'announcement'] }),
    confirm: plain,
    complete: plain,
    cancel: facts({ inside: ['customer-notice'], writes: ['cancellation'] }),
    'no-show': facts({ writes: ['noShow'] }),
    approve: decides,
    'reject-approval': decides,
    'confirm-for-customer': plain,
    reschedule: facts({ skips: ['announcement'], inside: ['derivation', 'announcement'] }),
    retime: plain,
    remind: plain,
    claim: plain,
    'change-customer': plain,
    'pause-messages': facts({ writes: ['commsPaused'] }),
    'resume-messages': facts({ writes: ['commsPaused'] }),
    'link-move': plain,
    'roll-up': plain,
    'add-up': plain,
    'follow-account': plain,
  },
  'booking-lines': {
    'add-line': tellsAtEnd,
    'remove-line': tellsAtEnd,
    book: facts({ inside: ['derivation'] }),
    'change-customer': facts({ inside: ['questions'] }),
  },
  appointments: {
    'add-visit': tellsAtEnd,
    'remove-line': facts({ skips: ['line-end', 'customer-notice'] }),
    assign: facts({ writes: ['fieldworker', 'method', 'unreserved'] }),
    accept: plain,
    decline: plain,
    pend: plain,
    'en-route': plain,
    start: plain,
    pause: plain,
    finish: plain,
    cancel: plain,
    reschedule: facts({
      skips: ['announcement'],
      inside: ['derivation', 'announcement'],
      writes: moved,
    }),
    retime: facts({ skips: retimes, inside: retimes, writes: moved }),
    book: facts({ inside: ['derivation', 'roll-up', 'announcement'] }),
    'change-customer': quiet,
    expire: plain,
    restore: quiet,
    'follow-booking': facts({ inside: ['line-end', 'roll-up', 'announcement'] }),
    'link-move': quiet,
    're-home': quiet,
    'follow-clock': facts({ inside: ['allocation'] }),
  },
  series: { 'move-series': tellsAtEnd, 'end-series': tellsAtEnd },
  users: { invite: plain, 'accept-invitation': plain, 'reset-password': plain },
}

const listed: Record<string, Record<string, CommandFacts>> = commandFacts

type Given = { name?: string | undefined; as?: string | undefined }

/** Whether a command leaves a step out; a plain save leaves none out. */
export const skips = (of: Commanded, { name, as }: Given, step: Step): boolean => {
  const row = listed[of]?.[name ?? '']
  return row !== undefined && (as ? row.inside : row.skips).includes(step)
}

/** Whether the command that is running, whatever collection it is of, leaves a step out. */
export const isSkippedBy = (running: string | undefined, step: Step): boolean =>
  Object.values(listed).some((table) => table[running ?? '']?.skips.includes(step))

/** The commands that may change a field of a collection; none where no command has it to itself. */
export const commandsWriting = (of: Commanded, field: string): string[] =>
  Object.entries(listed[of] ?? {}).flatMap(([name, { writes }]) =>
    writes.includes(field) ? [name] : [],
  )
