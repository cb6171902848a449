import { acceptanceLifecycle } from '../src/domain/bookings/acceptance-lifecycle.ts'
import { appointmentLifecycle } from '../src/domain/bookings/appointment-lifecycle.ts'
import { bookingLifecycle } from '../src/domain/bookings/booking-lifecycle.ts'
import { offerLifecycle } from '../src/domain/bookings/offer-lifecycle.ts'
import { progressLifecycle } from '../src/domain/bookings/progress-lifecycle.ts'
import { seriesLifecycle } from '../src/domain/bookings/series-lifecycle.ts'
import type { Lifecycle } from '../src/domain/lifecycle.ts'

const lifecycles: [title: string, lifecycle: Lifecycle<string>][] = [
  ['Booking', bookingLifecycle as Lifecycle<string>],
  ['Visit', appointmentLifecycle as Lifecycle<string>],
  ['Acceptance of a visit', acceptanceLifecycle as Lifecycle<string>],
  ['Work on site', progressLifecycle as Lifecycle<string>],
  ['Offer', offerLifecycle as Lifecycle<string>],
  ['Series', seriesLifecycle as Lifecycle<string>],
]

const diagram = ({ initial, states, table }: Lifecycle<string>): string => {
  const lines = initial.map((state) => `  [*] --> ${state}`)
  for (const state of states) {
    const events = Object.entries(table[state] ?? {})
    for (const [event, { to }] of events) lines.push(`  ${state} --> ${to}: ${event}`)
    if (events.length === 0) lines.push(`  ${state} --> [*]`)
  }
  return ['```mermaid', 'stateDiagram-v2', ...lines, '```'].join('\n')
}

const whoMay = ({ states, table }: Lifecycle<string>): string => {
  const rows = states.flatMap((state) =>
    Object.entries(table[state] ?? {}).map(
      ([event, { to, who, requires = {}, asks = {}, effects = [] }]) =>
        `| ${[
          ...[state, event, to, who.join(', '), Object.keys(requires).join(', ')],
          ...[Object.keys(asks).join(', '), effects.join(', ')],
        ].join(' | ')} |`,
    ),
  )
  return [
    '| from | event | to | who | requires | asks | announces |',
    '|---|---|---|---|---|---|---|',
    ...rows,
  ].join('\n')
}

/** The page docs/lifecycles.md, drawn from the very tables that decide. */
export const lifecyclesPage = (): string =>
  [
    '# Lifecycles',
    '',
    'Drawn from the tables in `src/domain/bookings` by `npm run generate`.',
    '',
    ...lifecycles.flatMap(([title, lifecycle]) => [
      `## ${title}`,
      '',
      diagram(lifecycle),
      '',
      whoMay(lifecycle),
      '',
    ]),
  ].join('\n')
