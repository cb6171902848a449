import { insertDeliveries } from '../database/messages/deliveries.ts'
import type { DeliveryRow } from '../domain/messages/events.ts'
import type { RecordedBooking } from './recorded.ts'
import type { World } from './world.ts'

const most = 8

/** Confirmations of the day, which the worker sends to the local outbox after the start. */
export const seedMail = async (world: World, bookings: RecordedBooking[]): Promise<void> => {
  const customers = new Map(world.customers.map((customer) => [customer.id, customer]))
  const isToCome = ({ visits }: RecordedBooking) =>
    visits.length > 0 &&
    visits.every(({ state }) => state.status === 'confirmed' && state.progress === 'not_started')
  const confirmed = bookings.filter(
    (booking) => isToCome(booking) && customers.get(booking.customer)?.email,
  )
  const rows = confirmed.slice(-most).map(
    ({ id, customer }): DeliveryRow => ({
      key: `booking-confirmed:${id}:email:${customer}`,
      channel: 'email',
      event: 'booking-confirmed',
      subjectType: 'bookings',
      subjectId: id,
      booking: id,
      recipientKind: 'customer',
      recipient: customer,
    }),
  )
  await insertDeliveries(world.req, rows)
}
