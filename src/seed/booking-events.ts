import type { BookingState } from '../domain/bookings/booking-lifecycle.ts'
import { outcomes } from './data/outcomes.ts'
import type { BookingToRecord } from './recorded.ts'
import type { PastEvent, World } from './world.ts'

type Note = Pick<PastEvent, 'at' | 'command' | 'actor' | 'channel' | 'changes' | 'reason'>

const system = { kind: 'system', id: null, name: 'Fieldbook' } as const

const endings: Partial<Record<BookingState, string>> = {
  completed: 'complete',
  cancelled: 'cancel',
  no_show: 'no-show',
  rescheduled: 'reschedule',
}

/** What the history of a booking says: how it came in, what was decided, how it ended. */
export const bookingEvents = (
  world: World,
  booking: BookingToRecord & { id: string },
): PastEvent[] => {
  const { id } = booking
  const notes = [
    ...opening(booking),
    ...approval(world, booking),
    ...confirmation(booking),
    ...ending(booking),
  ]
  return notes.map((note, index) => ({
    ...{ subjectType: 'bookings', subjectId: id, booking: id, version: index + 1 },
    ...note,
  }))
}

const isGated = ({ planned }: BookingToRecord): boolean =>
  outcomes[planned.story.outcome].booking === 'pending' ||
  planned.lines.some(({ service }) => service.requiresApproval || service.method !== 'direct')

const opening = (booking: BookingToRecord): Note[] => {
  const { number, timeline } = booking
  const status = isGated(booking) ? 'pending' : 'confirmed'
  return [
    {
      at: timeline.createdAt,
      command: 'book',
      actor: timeline.creator,
      channel: timeline.source === 'portal' ? 'portal' : 'admin',
      changes: { number: [null, number], status: [null, status], source: [null, timeline.source] },
    },
  ]
}

const approval = (world: World, { planned, timeline }: BookingToRecord): Note[] => {
  const state = outcomes[planned.story.outcome].approval ?? 'passed'
  const isApprovable = planned.lines.some(({ service }) => service.requiresApproval)
  const manager = world.staff.find(({ role }) => role === 'manager')
  if (!isApprovable || !manager || state === 'open') return []
  return [
    {
      at: timeline.answeredAt,
      command: state === 'passed' ? 'approve' : 'reject-approval',
      actor: { kind: 'staff', id: manager.id, name: manager.name },
      channel: 'admin',
      changes: { 'gates.approval': ['open', state] },
    },
  ]
}

const confirmation = (booking: BookingToRecord): Note[] => {
  const { planned, timeline } = booking
  if (!isGated(booking) || outcomes[planned.story.outcome].booking === 'pending') return []
  const changes: Note['changes'] = { status: ['pending', 'confirmed'] }
  const at = timeline.answeredAt + 1000
  if (planned.story.outcome !== 'unassigned-confirmed')
    return [{ at, command: 'confirm', actor: system, channel: 'job', changes }]
  const { id, name } = timeline.office
  const reason = 'Promised on the phone, somebody will be found.'
  const actor = { kind: 'staff', id, name } as const
  return [{ at, command: 'confirm', actor, channel: 'admin', changes, reason }]
}

const ending = ({ planned, timeline }: BookingToRecord): Note[] => {
  const { booking: status } = outcomes[planned.story.outcome]
  const command = endings[status]
  if (!command) return []
  return [
    {
      at: timeline.settledAt,
      command,
      actor: { kind: 'staff', id: timeline.office.id, name: timeline.office.name },
      channel: 'admin',
      changes: { status: ['confirmed', status] },
    },
  ]
}
