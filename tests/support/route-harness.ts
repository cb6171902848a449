import { setTimeout as pause } from 'node:timers/promises'
import { expect } from 'vitest'
import { routeProposalSchema, type RouteProposal } from '../../src/contracts/scheduling/routes.ts'
import type { Harness } from './harness.ts'
import { moveHarnessOf } from './move-harness.ts'
import type { Person } from './people.ts'
import { sydney } from './shop.ts'

export const routesPath = '/app/routes/proposals'

type Visit = { day: number; time: string; service?: string; fieldworker?: string }

/** Words for stories about a day's routes, so many days ahead. */
export type RouteHarness = {
  /** Books a visit at a latitude, each at an address of its own; answers the visit's id. */
  visitAt: (lat: number, visit: Visit) => Promise<string>
  dateOf: (day: number) => string
  read: (id: string) => Promise<RouteProposal>
  /** Asks for routes and answers the proposal's id. */
  ask: (day: number, more?: object) => Promise<string>
  /** Asks and waits for the end of the search. */
  propose: (day: number, more?: object) => Promise<RouteProposal>
  apply: (id: string, as?: Person) => ReturnType<Harness['send']>
  holderOf: (visit: string) => Promise<{ who: string; start: Date } | undefined>
}

export const routeHarnessOf = (harness: Harness): RouteHarness => {
  const visitAt: RouteHarness['visitAt'] = async (lat, { day, time, service, fieldworker }) => {
    const booking = await moveHarnessOf(harness).book({
      start: sydney(day, time),
      ...(service && { service }),
      ...(fieldworker && { fieldworker }),
      address: {
        line1: `${lat} ${day} ${time} ${fieldworker ?? 'nobody'} Street`,
        suburb: 'Sydney',
        postcode: '2000',
      },
    })
    const [row] = await harness.sql<{ id: string }>(
      `with placed as (update addresses set coordinates_lat = $2, coordinates_lng = 151.2
       where id in (select coalesce(v.address_id, b.address_id) from appointments v
         join bookings b on b.id = v.booking_id where b.id = $1))
     select id from appointments where booking_id = $1`,
      [booking, lat],
    )
    return row?.id ?? ''
  }

  const dateOf: RouteHarness['dateOf'] = (day) =>
    new Intl.DateTimeFormat('en-CA', { timeZone: 'Australia/Sydney' }).format(
      new Date(sydney(day, '12:00')),
    )

  const read: RouteHarness['read'] = async (id) => {
    const { body } = await harness.send('GET', `${routesPath}/${id}`, 'dispatcher')
    return routeProposalSchema.parse((body as { proposal: unknown }).proposal)
  }

  const ask: RouteHarness['ask'] = async (day, more = {}) => {
    const body = { date: dateOf(day), seconds: 0.5, ...more }
    const answer = await harness.send('POST', routesPath, 'dispatcher', body)
    expect(answer.status, JSON.stringify(answer.body)).toBe(202)
    return (answer.body as { id: string }).id
  }

  const propose: RouteHarness['propose'] = async (day, more = {}) => {
    const id = await ask(day, more)
    for (;;) {
      const proposal = await read(id)
      if (proposal.state !== 'searching') return proposal
      await pause(50)
    }
  }

  const apply: RouteHarness['apply'] = (id, as = 'dispatcher') =>
    harness.send('POST', `${routesPath}/${id}/apply`, as)

  const holderOf: RouteHarness['holderOf'] = async (visit) =>
    (
      await harness.sql<{ who: string; start: Date }>(
        'select fieldworker_id as who, start from appointments where id = $1',
        [visit],
      )
    )[0]

  return { visitAt, dateOf, read, ask, propose, apply, holderOf }
}
