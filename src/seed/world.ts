import type { Payload, PayloadRequest } from 'payload'
import type { HoursException, WeeklyBlock } from '../domain/scheduling/working-hours.ts'
import type { Interval } from '../domain/scheduling/intervals.ts'
import type { DemoService, ServiceKey } from './data/services.ts'
import type { Random } from './random.ts'

/** Somebody who signs in to the demo, with the password in clear for printing once. */
export type Login = {
  name: string
  role: string
  email: string
  password: string
  /** Where they sign in. */
  path: '/admin' | '/sign-in'
}

export type SeedService = DemoService & { id: string; method: 'direct' | 'request' | 'broadcast' }

export type SeedPerson = {
  id: string
  name: string
  user: string
  active: boolean
  blocked: boolean
  services: string[]
  skills: string[]
  areas: string[]
  locations: string[]
  hours: WeeklyBlock[]
  exceptions: HoursException[]
  /** Taken time, buffers included; grows while bookings are planned. */
  busy: Interval[]
}

export type SeedCustomer = {
  id: string
  name: string
  email: string | null
  phone: string
  contact: string | null
  property: string | null
  address: string
  areas: string[]
}

export type SeedUser = { id: string; name: string; role: string }

/** A change of a record at a past instant, as the history will show it. */
export type PastEvent = {
  at: number
  subjectType: 'bookings' | 'booking-lines' | 'appointments'
  subjectId: string
  booking: string
  command: string
  actor: { kind: 'staff' | 'fieldworker' | 'customer' | 'system'; id: string | null; name: string }
  onBehalfOf?: string
  channel: 'admin' | 'portal' | 'field' | 'job'
  changes: Record<string, [unknown, unknown]>
  reason?: string
  version: number
}

/** Everything the parts of the seed share. */
export type World = {
  payload: Payload
  req: PayloadRequest
  now: number
  random: Random
  /** Writes one document as it is, without hooks, and returns its id. */
  add: (collection: Parameters<Payload['create']>[0]['collection'], data: object) => Promise<string>
  locations: Map<string, string>
  areas: Map<string, string>
  skills: Map<string, string>
  labels: string[]
  services: Map<ServiceKey, SeedService>
  people: SeedPerson[]
  staff: SeedUser[]
  customers: SeedCustomer[]
  logins: (Login & { collection: 'users' | 'customers'; id: string })[]
  history: PastEvent[]
}
