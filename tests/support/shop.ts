import type { Payload } from 'payload'
import { ownerOf } from './records.ts'

export type Shop = {
  area: string
  location: string
  category: string
  /** Profiles of the accounts `fieldworker` and `otherFieldworker`. */
  people: [string, string]
  customer: string
  services: Record<'approval' | 'broadcast' | 'direct' | 'request', { id: string; slug: string }>
}

const allDays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const

/** A small company in Sydney: two people who work every day from 7 to 19, a service per method. */
export const openShop = async (payload: Payload): Promise<Shop> => {
  const of = { overrideAccess: true, depth: 0, context: { channel: 'seed' } } as const
  const update = { ...of, data: { timezone: 'Australia/Sydney', currency: 'AUD', name: 'Shop' } }
  await payload.updateGlobal({ slug: 'company', ...update } as never)
  await payload.updateGlobal({
    slug: 'financial-settings',
    ...of,
    data: { taxPercent: 10, pricesIncludeTax: true, cancellationFeeAmount: 4500 },
  } as never)
  await payload.updateGlobal({
    slug: 'portal-settings',
    ...of,
    data: {
      bookingEnabled: true,
      customersMayCancel: true,
      cancelNoticeHours: 24,
      cancelFeeAutomatic: true,
    },
  } as never)
  const location = await payload.create({
    collection: 'locations',
    data: {
      name: 'Depot',
      timezone: 'Australia/Sydney',
      active: true,
      address: { line1: '1 Depot Road', postcode: '2000' },
    } as never,
    ...of,
  })
  const area = await payload.create({
    collection: 'areas',
    data: {
      name: 'City',
      kind: 'postcodes',
      postcodes: ['2000', '2010'],
      timezone: 'Australia/Sydney',
      location: location.id,
      active: true,
    },
    ...of,
  })
  const category = await payload.create({
    collection: 'service-categories',
    data: { name: 'Plumbing' },
    ...of,
  })
  const serviceOf = async (slug: string, more: object) => {
    const { id } = await payload.create({
      collection: 'services',
      data: {
        name: slug,
        slug,
        category: category.id,
        durationMinutes: 60,
        noticeMinutes: 0,
        horizonDays: 60,
        slotIntervalMinutes: 30,
        priceModel: 'job',
        priceAmount: 11_000,
        mode: 'instant',
        locationTypes: ['mobile', 'fixed'],
        active: true,
        bookable: true,
        crewSize: 1,
        ...more,
      } as never,
      ...of,
    })
    return { id, slug }
  }
  const services = {
    direct: await serviceOf('direct', { assignmentMethod: 'direct' }),
    request: await serviceOf('request', { assignmentMethod: 'request' }),
    broadcast: await serviceOf('broadcast', { assignmentMethod: 'broadcast' }),
    approval: await serviceOf('approval', { assignmentMethod: 'direct', requiresApproval: true }),
  }
  const one = await ownerOf(payload, 'customer', 'fieldworker')
  const other = await ownerOf(payload, 'otherCustomer', 'otherFieldworker')
  for (const id of [one.fieldworker, other.fieldworker]) {
    await payload.update({
      collection: 'fieldworkers',
      id,
      data: {
        services: Object.values(services).map((service) => service.id),
        areas: [area.id],
        locations: [location.id],
        workingHours: [{ days: [...allDays], start: '07:00', end: '19:00' }],
      },
      ...of,
    })
  }
  return {
    area: area.id,
    location: location.id,
    category: category.id,
    people: [one.fieldworker, other.fieldworker],
    customer: one.customer,
    services,
  }
}

const timeZone = 'Australia/Sydney'
const dateInSydney = new Intl.DateTimeFormat('en-CA', { timeZone })
const clockInSydney = new Intl.DateTimeFormat('en-GB', {
  timeZone,
  hour: '2-digit',
  minute: '2-digit',
})

/** An instant `days` ahead at `hour` o'clock in Sydney (UTC+11 or +10), as the slot search gives it. */
export const sydney = (days: number, time: string): string => {
  const day = new Date(Date.now() + days * 86_400_000)
  const date = dateInSydney.format(day)
  for (const offset of ['+11:00', '+10:00']) {
    const instant = new Date(`${date}T${time}:00${offset}`)
    const shown = clockInSydney.format(instant)
    if (shown === time) return instant.toISOString()
  }
  throw new Error(`${time} does not exist on ${date}.`)
}
