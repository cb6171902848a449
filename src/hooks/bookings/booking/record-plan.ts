import type { CollectionAfterChangeHook } from 'payload'
import type { Booking } from '../../../payload-types.ts'
import type { PlannedLine } from '../../../steps/bookings/plan-types.ts'
import { writePlan } from '../../../steps/bookings/write-plan.ts'

/** Record: writes the lines and visits of a new booking in the same transaction. */
export const recordPlan: CollectionAfterChangeHook<Booking> = async ({
  data,
  doc,
  operation,
  req,
}) => {
  if (operation !== 'create') return doc
  const lines = data.plan as unknown as PlannedLine[]
  await writePlan(req, { booking: { ...data, id: doc.id }, lines })
  return doc
}
