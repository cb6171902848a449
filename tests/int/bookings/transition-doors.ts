import type { Harness } from '../../support/harness.ts'
import { askGraphql } from '../../support/graphql.ts'
import { sydney } from '../../support/shop.ts'
import type { allowed, TestActor } from './transitions.ts'

export type Kind = keyof typeof allowed
export type Cell = { from: string; to: string; actor: TestActor }

const reason = 'Because'
const command = { reason, comment: reason }

/** What a move says besides: where to. Everything else leaves it out. */
const moving = { ...command, name: 'reschedule', to: { start: sydney(6, '09:00') } }

const isOfBooking = (kind: Kind) => kind === 'booking' || kind === 'approval'

const changeOf = (kind: Kind, to: string) => {
  if (kind === 'approval') return { gates: { approval: to }, command }
  const said = to === 'rescheduled' ? moving : command
  return { [kind === 'booking' || kind === 'visit' ? 'status' : kind]: to, command: said }
}

/** The command that brings a record there, where there is one. */
export const verbs: Record<Kind, Record<string, string>> = {
  booking: {
    confirmed: 'confirm',
    completed: 'complete',
    cancelled: 'cancel',
    no_show: 'no-show',
    rescheduled: 'reschedule',
  },
  visit: { rescheduled: 'reschedule' },
  acceptance: { accepted: 'accept', declined: 'decline', pending: 'pend' },
  progress: { en_route: 'en-route', in_progress: 'start', paused: 'pause', finished: 'finish' },
  approval: { passed: 'approve', rejected: 'reject-approval' },
}

const literal = (value: unknown): string => {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const members = Object.entries(value).map(([key, one]) => `${key}: ${literal(one)}`)
  return `{ ${members.join(', ')} }`
}

/** The doors through which the same change is tried: a plain save, GraphQL, the named command. */
export const doorsOf = (
  harness: Harness,
  { booking, visit }: { booking: string; visit: string },
) => {
  const save = ({ kind, to, actor }: Cell & { kind: Kind }) =>
    harness.send(
      'PATCH',
      isOfBooking(kind) ? `/bookings/${booking}?depth=0` : `/appointments/${visit}?depth=0`,
      actor,
      changeOf(kind, to),
    )

  const mutate = async ({ kind, to, actor }: Cell & { kind: Kind }) => {
    const name = isOfBooking(kind) ? 'Booking' : 'Appointment'
    const id = isOfBooking(kind) ? booking : visit
    const change = changeOf(kind, to)
    const { command: said, ...fields } = change as { command: object; status?: string }
    const enums = JSON.stringify(fields).replaceAll(/"(\w+)":"(\w+)"/g, '$1: $2')
    const data = enums.replaceAll('"', '').slice(0, -1)
    const source = `mutation { update${name}(id: "${id}", data: ${data}, command: ${literal(said)} }) { id } }`
    return askGraphql(harness.app, actor, source)
  }

  const obey = async ({ kind, to, actor }: Cell & { kind: Kind }) => {
    const at = isOfBooking(kind) ? `/bookings/${booking}` : `/appointments/${visit}`
    const named = to === 'rescheduled' ? { reason, ...moving.to } : { reason }
    const body = kind === 'progress' ? {} : to === 'cancelled' ? command : named
    return harness.send('POST', `${at}/${verbs[kind][to]}`, actor, body)
  }
  return { save, mutate, obey }
}
