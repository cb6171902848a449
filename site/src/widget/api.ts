import type { CreateBooking } from '../../../src/contracts/bookings/bookings.ts'
import type { Held, HoldBody } from '../../../src/contracts/scheduling/holds.ts'
import type { SlotsAnswer } from '../../../src/contracts/scheduling/slots.ts'
import type { Booked, Company, Service } from '../lib/shapes.ts'
import { lost, type Refusal, refusalOf } from './refusal.ts'

export type Answer<T> = { ok: true; data: T } | { ok: false; refusal: Refusal }

type Call = { method?: string; body?: unknown; key?: string; keepalive?: boolean }

const patienceMs = 20_000

/** The part of the application API that the widget uses, without cookies. Nothing is thrown. */
export const createApi = (host: string) => {
  const call = async <T>(
    path: string,
    { method = 'GET', body, key, keepalive = false }: Call = {},
  ): Promise<Answer<T>> => {
    const headers: Record<string, string> = {}
    if (body !== undefined) headers['content-type'] = 'application/json'
    if (key) headers['idempotency-key'] = key
    try {
      const response = await fetch(`${host}/api/app/${path}`, {
        method,
        headers,
        keepalive,
        credentials: 'omit',
        signal: AbortSignal.timeout(patienceMs),
        ...(body !== undefined && { body: JSON.stringify(body) }),
      })
      const data: unknown = await response.json().catch(() => null)
      if (response.ok) return { ok: true, data: data as T }
      const wait = response.headers.get('retry-after')
      return { ok: false, refusal: refusalOf(response.status, data, wait) }
    } catch {
      return { ok: false, refusal: lost }
    }
  }
  return {
    company: () => call<Company>('company'),
    services: () => call<{ services: Service[] }>('services'),
    slots: (query: Record<string, string>) =>
      call<SlotsAnswer>(`slots?${new URLSearchParams(query)}`),
    hold: (body: Omit<HoldBody, 'quantity'>) => call<Held>('holds', { method: 'POST', body }),
    /** Goes out even when the page goes away. */
    release: (hold: string) => call<null>(`holds/${hold}`, { method: 'DELETE', keepalive: true }),
    book: (body: CreateBooking, key: string) =>
      call<Booked>('bookings', { method: 'POST', body, key }),
  }
}
export type Api = ReturnType<typeof createApi>
