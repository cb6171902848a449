import type { Product } from './product.ts'

export type FinderStory = {
  /** A day on which nobody of the story has other work. */
  date: string
  /** The visit in the tray, by its customer. */
  customer: string
  service: string
  booking: string
  /** Who can take it, nearest first. */
  able: [string, string]
  unskilled: string
  elsewhere: string
  off: string
}

type Answer = { id: string; doc?: { id: string }; docs?: { id: string; name: string }[] }

const allDays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
const near = { lat: -33.897, lng: 151.179 }
const far = { lat: -33.75, lng: 151.05 }

/** A date `days` ahead, local to the company. */
const dateAhead = (days: number) =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'Australia/Sydney' }).format(
    Date.now() + days * 86_400_000,
  )

/** People who differ in skill, area, hours and distance, and a visit that waits for one of them. */
export const tellFinderStory = async (product: Product): Promise<FinderStory> => {
  const { email, password } = product.login('henry')
  const json = { 'Content-Type': 'application/json', Origin: product.url }
  const entered = await fetch(`${product.url}/api/users/login`, {
    method: 'POST',
    headers: json,
    body: JSON.stringify({ email, password }),
  })
  const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? ''
  const send = async (method: string, path: string, body?: object): Promise<Answer> => {
    const answer = await fetch(`${product.url}/api${path}`, {
      method,
      headers: { ...json, Cookie: cookie },
      ...(body && { body: JSON.stringify(body) }),
    })
    const read = (await answer.json()) as Answer
    if (!answer.ok) throw new Error(`${method} ${path}: ${JSON.stringify(read)}`)
    return read
  }
  const create = async (collection: string, data: object) =>
    (await send('POST', `/${collection}`, data)).doc?.id ?? ''

  const skill = await create('skills', { name: 'Gas ticket' })
  const place = { kind: 'postcodes', timezone: 'Australia/Sydney', active: true }
  const here = await create('areas', { ...place, name: 'Story Hill', postcodes: ['2899'] })
  const there = await create('areas', { ...place, name: 'Story Bay', postcodes: ['2898'] })
  const { docs: categories = [] } = await send('GET', '/service-categories?limit=1')
  const service = await create('services', {
    ...{ name: 'Gas heater check', slug: 'gas-heater-check', category: categories[0]?.id },
    ...{ durationMinutes: 60, slotIntervalMinutes: 30, noticeMinutes: 0, horizonDays: 60 },
    ...{ priceModel: 'job', priceAmount: 18_000, mode: 'instant', active: true, bookable: true },
    ...{ locationTypes: ['mobile'], skills: [skill], crewSize: 1, assignmentMethod: 'direct' },
  })
  const person = (name: string, more: object) =>
    create('fieldworkers', {
      ...{ name, timezone: 'Australia/Sydney', active: true, services: [service], skills: [skill] },
      ...{ areas: [here], home: near },
      workingHours: [{ days: allDays, start: '08:00', end: '18:00' }],
      ...more,
    })
  const nia = await person('Nia Near', {})
  await person('Fay Far', { home: far })
  await person('Una Unskilled', { skills: [] })
  await person('Eli Elsewhere', { areas: [there] })
  await person('Ola Off', { workingHours: [{ days: allDays, start: '18:00', end: '22:00' }] })

  const date = dateAhead(12)
  const at = (time: string) => new Date(`${date}T${time}:00+11:00`).toISOString()
  const book = async (name: string, point: object, more: object) => {
    const address = { line1: '3 Story Street', suburb: 'Story Hill', postcode: '2899' }
    const customer = { name, email: `${name.toLowerCase().replaceAll(' ', '.')}@guest.example` }
    const { id } = await send('POST', '/app/bookings', { service, address, customer, ...more })
    const { address: placed } = (await send('GET', `/bookings/${id}?depth=0`)) as unknown as {
      address: string
    }
    await send('PATCH', `/addresses/${placed}`, { coordinates: point })
    return id
  }
  await book('Nearby Job', { lat: -33.885, lng: 151.2 }, { start: at('14:00'), fieldworker: nia })
  const booking = await book('Waiting Winnie', { lat: -33.9, lng: 151.19 }, { start: at('10:00') })
  const { docs: visits = [] } = await send('GET', `/appointments?where[booking][equals]=${booking}`)
  await send('POST', `/appointments/${visits[0]?.id}/assign`, { fieldworker: null })
  return {
    ...{ date, booking, service: 'Gas heater check', customer: 'Waiting Winnie' },
    able: ['Nia Near', 'Fay Far'],
    ...{ unskilled: 'Una Unskilled', elsewhere: 'Eli Elsewhere', off: 'Ola Off' },
  }
}
