import type { PayloadRequest } from 'payload'
import type { Appointment, Booking } from '../../payload-types.ts'
import { changeDocuments } from '../records/change-documents.ts'
import { hasOnlyOwnHooks } from '../records/own-hooks.ts'
import { changeVisit } from './change-visit.ts'

const command = { name: 'link-move', as: 'system' } as const

/** A rescheduled booking with its visits, its successor's id, and the successor's id of each visit. */
type Link = { old: Booking; visits: Appointment[]; to: string; replaced: Map<string, string> }

const linkOneByOne = async (req: PayloadRequest, links: Link[]): Promise<void> => {
  for (const { old, to, replaced } of links) {
    await req.payload.update({
      collection: 'bookings',
      id: old.id,
      data: { rescheduledTo: to, command } as never,
      depth: 0,
      req,
      overrideAccess: true,
    })
    for (const [id, replacedBy] of replaced) {
      await changeVisit({ req, id, data: { replacedBy }, command })
    }
  }
}

/** Both ends of each move point to each other. */
export const linkSuccessors = async (req: PayloadRequest, links: Link[]): Promise<void> => {
  if (!hasOnlyOwnHooks(req, 'bookings') || !hasOnlyOwnHooks(req, 'appointments')) {
    return linkOneByOne(req, links)
  }
  await changeDocuments(req, {
    collection: 'bookings',
    changes: links.map(({ old, to }) => ({ before: old, data: { rescheduledTo: to, command } })),
  })
  await changeDocuments(req, {
    collection: 'appointments',
    changes: links.flatMap(({ visits, replaced }) =>
      visits.map((before) => ({ before, data: { replacedBy: replaced.get(before.id), command } })),
    ),
  })
}
