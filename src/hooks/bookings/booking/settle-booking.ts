import type { CollectionBeforeChangeHook } from 'payload'
import { isReadyToConfirm } from '../../../domain/bookings/gates.ts'
import type { Booking } from '../../../payload-types.ts'
import { visitsOf } from '../../../steps/bookings/visits-of.ts'

/** Derive: a pending booking confirms itself in the change that closes its last gate. */
export const settleBooking: CollectionBeforeChangeHook<Booking> = async ({
  data,
  operation,
  originalDoc,
  req,
}) => {
  if (operation !== 'update' || !originalDoc || data.status !== 'pending') return data
  const isUnchanged =
    data.gates?.approval === originalDoc.gates?.approval &&
    data.gates?.customer === originalDoc.gates?.customer
  if (isUnchanged) return data
  const visits = await visitsOf(req, originalDoc.id)
  return isReadyToConfirm(data.gates ?? {}, visits) ? { ...data, status: 'confirmed' } : data
}
