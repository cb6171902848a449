import type { PayloadRequest } from 'payload'
import type { Appointment } from '../../payload-types.ts'
import { commandVisit } from './command-visit.ts'
import { findVisit } from './find-visit.ts'

export type ProgressEvent = 'en-route' | 'finish' | 'pause' | 'start'

type Report = { outcomeNotes?: string | undefined; duties?: string[] | undefined }

const states = {
  'en-route': 'en_route',
  start: 'in_progress',
  pause: 'paused',
  finish: 'finished',
} as const

/** The visit's duties with those ticked whose kind or label is named. */
const dutiesWith = async (req: PayloadRequest, id: string, done: string[]) => {
  const visit = await findVisit(req, id)
  return (visit.duties ?? []).map((duty) => ({
    ...duty,
    done: duty.done || done.includes(duty.kind ?? '') || done.includes(duty.label),
  }))
}

/**
 * Reports how far the work on site is, with notes and duties done.
 * @throws {DomainError} transition-refused, not-allowed, not-found
 */
export const reportProgress = async (
  req: PayloadRequest,
  { id, event, body }: { id: string; event: ProgressEvent; body: Report },
): Promise<Appointment> =>
  commandVisit(req, {
    id,
    data: {
      progress: states[event],
      ...(body.outcomeNotes !== undefined && { outcomeNotes: body.outcomeNotes }),
      ...(body.duties && { duties: await dutiesWith(req, id, body.duties) }),
    },
    command: { name: event },
  })
