import type { VisitToRecord } from './recorded.ts'
import type { VisitState } from './visit-state.ts'
import type { PastEvent } from './world.ts'

type Visit = VisitToRecord & { id: string; state: VisitState }
type Note = Pick<PastEvent, 'at' | 'command' | 'actor' | 'channel' | 'changes' | 'reason'>

/** What the history says of one visit: planned, answered, done. */
export const visitEvents = (recorded: Visit): PastEvent[] => {
  const { id, booking, visit, state, timeline } = recorded
  const isDirect = state.method === 'direct' && state.acceptance !== 'unassigned'
  const first = state.acceptance === 'unassigned' ? 'unassigned' : 'pending'
  const planned: Note = {
    at: timeline.createdAt + 1,
    command: 'book',
    actor: timeline.creator,
    channel: timeline.source === 'portal' ? 'portal' : 'admin',
    changes: {
      start: [null, new Date(visit.start).toISOString()],
      acceptance: [null, isDirect ? 'not_required' : first],
    },
  }
  return [planned, ...answer(recorded), ...work(recorded)].map((note, index) => ({
    ...{ subjectType: 'appointments', subjectId: id, booking, version: index + 1 },
    ...note,
  }))
}

const fromField = ({ visit }: Visit) =>
  ({
    actor: { kind: 'fieldworker', id: visit.person.user, name: visit.person.name },
    channel: 'field',
  }) as const

const answer = (recorded: Visit): Note[] => {
  const { state, planned, timeline } = recorded
  const from = { at: timeline.answeredAt, ...fromField(recorded) }
  const accepted: Note = {
    ...from,
    command: 'accept',
    changes: { acceptance: ['pending', 'accepted'] },
  }
  if (state.method === 'direct') return []
  if (planned.story.outcome === 'reopened') {
    const { id, name } = timeline.office
    const reopened: Note = {
      ...{ at: timeline.settledAt, command: 'pend', channel: 'admin' },
      actor: { kind: 'staff', id, name },
      changes: { acceptance: ['accepted', 'pending'] },
    }
    return [accepted, reopened]
  }
  if (state.acceptance === 'accepted') return [accepted]
  if (state.acceptance !== 'declined') return []
  return [{ ...from, command: 'decline', changes: { acceptance: ['pending', 'declined'] } }]
}

const work = (recorded: Visit): Note[] => {
  const { state, visit } = recorded
  if (state.progress === 'not_started') return []
  const started: Note = {
    ...{ at: visit.start + 60_000, command: 'start', ...fromField(recorded) },
    changes: { progress: ['not_started', 'in_progress'] },
  }
  if (state.progress !== 'finished') return [started]
  const finished: Note = {
    ...{ at: visit.end, command: 'finish', ...fromField(recorded) },
    changes: { progress: ['in_progress', 'finished'], status: ['confirmed', 'completed'] },
  }
  return [started, finished]
}
