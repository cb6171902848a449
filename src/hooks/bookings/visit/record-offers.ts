import type { CollectionAfterChangeHook } from 'payload'
import type { Appointment } from '../../../payload-types.ts'
import { actingIn } from '../../../steps/bookings/acting-in.ts'
import { commandIn } from '../../../steps/bookings/command-in.ts'
import { settleOffers } from '../../../steps/bookings/settle-offers.ts'

/** Record: keeps the chain of offers and answers of a visit; earlier ones stay in it. */
export const recordOffers: CollectionAfterChangeHook<Appointment> = async ({
  data,
  doc,
  operation,
  previousDoc,
  req,
}) => {
  const command = commandIn(data)
  const actor = await actingIn(req, command)
  const before = operation === 'create' ? {} : previousDoc
  await settleOffers({ req, actor, command, before, visit: { ...data, id: doc.id } as Appointment })
  return doc
}
