import { defaultRoles } from '../domain/people/permissions.ts'
import { zone } from './data/places.ts'
import { labels } from './data/words.ts'
import type { World } from './world.ts'

/** Settings, labels and the roles of the domain; returns the role ids by slug. */
export const seedCompany = async (world: World): Promise<Map<string, string>> => {
  await seedSettings(world)
  for (const label of labels) world.labels.push(await world.add('labels', { ...label }))
  const { docs } = await world.payload.find({
    collection: 'roles',
    pagination: false,
    depth: 0,
    overrideAccess: true,
    req: world.req,
  })
  const roles = new Map(docs.map((role) => [role.slug, role.id]))
  for (const role of defaultRoles) {
    if (roles.has(role.slug)) continue
    const data = { ...role, permissions: [...role.permissions], system: true }
    roles.set(role.slug, await world.add('roles', data))
  }
  return roles
}

const seedSettings = async ({ payload, req }: World): Promise<void> => {
  const options = { req, depth: 0, overrideAccess: true } as const
  await payload.updateGlobal({
    slug: 'company',
    data: {
      name: 'Harbour Home Services Pty Ltd',
      tradingName: 'Harbour Home Services',
      phone: '+61255500100',
      email: 'hello@harbourhome.example',
      currency: 'AUD',
      timezone: zone,
      locale: 'en-AU',
      address: {
        line1: '142 Addison Road',
        suburb: 'Marrickville',
        postcode: '2204',
        region: 'NSW',
        country: 'AU',
      },
      fieldworkerLabel: 'fieldworker',
    },
    ...options,
  })
  await payload.updateGlobal({
    slug: 'booking-settings',
    data: {
      assignmentMethod: 'direct',
      respondWithinHours: 24,
      defaultNoticeMinutes: 120,
      defaultHorizonDays: 60,
      slotIntervalMinutes: 30,
      numberPrefix: 'B-',
      staffCancelReasonRequired: true,
      finishCompletesBooking: true,
    },
    ...options,
  })
  await payload.updateGlobal({
    slug: 'portal-settings',
    data: {
      bookingEnabled: true,
      customersMayCancel: true,
      cancelNoticeHours: 24,
      cancelFeeAutomatic: true,
      customersMayReschedule: true,
      customersMayRepeat: true,
      showFieldworkerName: true,
      intro: 'Licensed plumbers, electricians, cleaners and gardeners across Sydney.',
    },
    ...options,
  })
  await payload.updateGlobal({
    slug: 'financial-settings',
    data: {
      taxPercent: 10,
      pricesIncludeTax: true,
      cancellationFeeAmount: 5500,
      cancellationFees: [
        { name: 'Short-notice cancellation', kind: 'percent', percent: 50 },
        { name: 'Travel already made', kind: 'fixed', amount: 8000 },
      ],
      noShowFeeAmount: 8800,
    },
    ...options,
  })
}
