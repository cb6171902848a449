import { skips } from '../../../domain/bookings/command-facts.ts'
import type { CollectionAfterChangeHook, PayloadRequest } from 'payload'
import type { Booking } from '../../../payload-types.ts'
import { idOf } from '../../../domain/id-of.ts'
import { commandIn } from '../../../steps/bookings/command-in.ts'

/** The other occurrences of a series that await the same decision. */
const undecidedOf = async (
  req: PayloadRequest,
  { series, except }: { series: string; except: string },
): Promise<Booking[]> => {
  const { docs } = await req.payload.find({
    collection: 'bookings',
    where: {
      series: { equals: series },
      id: { not_equals: except },
      status: { equals: 'pending' },
      'gates.approval': { equals: 'open' },
    },
    sort: 'startsAt',
    pagination: false,
    depth: 0,
    joins: false,
    req,
    overrideAccess: true,
  })
  return docs
}

/** Record: one approval, or one refusal, is for all occurrences of a series. */
export const recordSeriesApproval: CollectionAfterChangeHook<Booking> = async ({
  data,
  doc,
  operation,
  previousDoc,
  req,
}) => {
  const command = commandIn(data)
  const approval = data.gates?.approval
  const isDecided = approval === 'passed' || approval === 'rejected'
  const series = idOf(data.series)
  if (operation !== 'update' || !series || !isDecided) return doc
  if (skips('bookings', command, 'series')) return doc
  if (previousDoc?.gates?.approval !== 'open') return doc
  for (const { id } of await undecidedOf(req, { series, except: doc.id })) {
    await req.payload.update({
      collection: 'bookings',
      id,
      data: { gates: { approval }, command: { ...command, as: 'caller' } } as never,
      depth: 0,
      req,
      overrideAccess: true,
    })
  }
  return doc
}
