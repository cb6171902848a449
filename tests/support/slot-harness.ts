import { vi } from 'vitest'
import type { SlotsAnswer } from '../../src/contracts/scheduling/slots.ts'
import { type App, startApp } from './app.ts'
import type { Person } from './people.ts'
import { openShop, type Shop } from './shop.ts'

/** Ten on a Monday morning in Sydney, two weeks before the clocks go forward there. */
const now = new Date('2026-09-21T00:00:00Z')

export const wednesday = { from: '2026-09-23', to: '2026-09-23' }
/** Starts of a service of an hour for somebody who works from nine to twelve. */
export const morning = ['09:00', '09:30', '10:00', '10:30', '11:00']
export const everyDay = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
export const asSeed = { overrideAccess: true, depth: 0, context: { channel: 'seed' } } as const

export type Refused = { errors?: { code: string; message: string; field?: string }[] }
export type Asked = Record<string, string | number | undefined>
type Case = { slug: string; service: string; person: string }

/** The product in September 2026 with a small company, and the words for asking it for times. */
export type SlotHarness = {
  app: App
  shop: Shop
  ask: (asked: Asked, as?: Person) => Promise<{ status: number; body: SlotsAnswer & Refused }>
  /** Local clock times of the free starts, as `MM-DD HH:MM`. */
  startsOf: (asked: Asked, as?: Person) => Promise<string[]>
  timesOf: (asked: Asked, as?: Person) => Promise<string[]>
  /** A service that one new person does, with what a case changes about either. */
  open: (changes?: { service?: object; person?: object }) => Promise<Case>
  /** One more person who does the service, everywhere, from ten to six. */
  hire: (name: string, service: string) => Promise<unknown>
  stop: () => Promise<void>
}

/** `asked` as a query string, without what is undefined. */
export const queryOf = (asked: Asked): string =>
  new URLSearchParams(
    Object.entries(asked).flatMap(([key, value]) =>
      value === undefined ? [] : [[key, `${value}`]],
    ),
  ).toString()

export const openSlotHarness = async (): Promise<SlotHarness> => {
  vi.useFakeTimers({ toFake: ['Date'], now })
  const app = await startApp()
  const shop = await openShop(app.payload)
  let made = 0

  const ask: SlotHarness['ask'] = (asked, as) => {
    const query = queryOf({ postcode: '2000', ...asked })
    return app.request<SlotsAnswer & Refused>('GET', `/app/slots?${query}`, { ...(as && { as }) })
  }
  const startsOf: SlotHarness['startsOf'] = async (asked, as) => {
    const { status, body } = await ask(asked, as)
    if (status !== 200 || body.mode !== 'instant') throw new Error(JSON.stringify(body))
    const clock = new Intl.DateTimeFormat('sv-SE', {
      timeZone: body.timezone,
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
    })
    return body.slots.map(({ start }) =>
      clock.format(new Date(start)).replace(/^(\d\d)\/(\d\d) /, '$2-$1 '),
    )
  }
  const timesOf: SlotHarness['timesOf'] = async (asked, as) =>
    (await startsOf(asked, as)).map((start) => start.slice(-5))

  const open: SlotHarness['open'] = async ({ service = {}, person = {} } = {}) => {
    made += 1
    const slug = `case-${made}`
    const { id } = await app.payload.create({
      collection: 'services',
      data: {
        name: slug,
        slug,
        category: shop.category,
        durationMinutes: 60,
        noticeMinutes: 0,
        horizonDays: 60,
        slotIntervalMinutes: 30,
        priceModel: 'job',
        priceAmount: 10_000,
        mode: 'instant',
        locationTypes: ['mobile', 'fixed'],
        active: true,
        bookable: true,
        crewSize: 1,
        ...service,
      } as never,
      ...asSeed,
    })
    const fieldworker = await app.payload.create({
      collection: 'fieldworkers',
      data: {
        name: `Person ${made}`,
        timezone: 'Australia/Sydney',
        active: true,
        services: [id],
        areas: [shop.area],
        workingHours: [{ days: [...everyDay], start: '09:00', end: '12:00' }],
        ...person,
      } as never,
      ...asSeed,
    })
    return { slug, service: id, person: fieldworker.id }
  }
  const hire: SlotHarness['hire'] = (name, service) =>
    app.payload.create({
      collection: 'fieldworkers',
      data: {
        name,
        timezone: 'Australia/Sydney',
        active: true,
        services: [service],
        workingHours: [{ days: [...everyDay], start: '10:00', end: '18:00' }],
      },
      ...asSeed,
    })
  const stop = async () => {
    vi.useRealTimers()
    await app.stop()
  }
  return { app, shop, ask, startsOf, timesOf, open, hire, stop }
}
