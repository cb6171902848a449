import { getPayload } from 'payload'
import config from './config.mjs'

/**
 * Makes the tables with their indexes, a service of half an hour and as many resources as the
 * parent says, each open all days from 8 to 18. Sends their ids.
 */
const payload = await getPayload({ config })
const service = await payload.create({
  collection: 'services',
  data: { name: 'Visit', duration: 30, durationType: 'fixed', allowGuestBooking: 'enabled' },
})
const resources = []
for (let n = 1; n <= Number(process.argv[2]); n += 1) {
  const { id } = await payload.create({
    collection: 'resources',
    data: { name: `Team ${n}`, services: [service.id], quantity: 1, active: true },
  })
  const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
  await payload.create({
    collection: 'schedules',
    data: {
      name: `Days of ${n}`,
      resource: id,
      scheduleType: 'recurring',
      recurringSlots: days.map((day) => ({ day, startTime: '08:00', endTime: '18:00' })),
      active: true,
    },
  })
  resources.push(id)
}
process.send({ service: service.id, resources })
process.disconnect()
process.exit(0)
