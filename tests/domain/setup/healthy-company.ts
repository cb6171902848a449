import { randomFrom } from '../../support/random-commands.ts'
import type { SetupWorld } from '../../../src/domain/setup/setup-world.ts'

export type Mutable<Value> = Value extends readonly (infer One)[]
  ? Mutable<One>[]
  : Value extends object
    ? { -readonly [Key in keyof Value]: Mutable<Value[Key]> }
    : Value

export type Company = Mutable<SetupWorld>

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri'] as const

const ids = (kind: string, count: number) =>
  Array.from({ length: count }, (_, at) => `${kind}-${at}`)

/** A company in which everything works; its size and details follow from the seed. */
export const healthyCompany = (seed: number): Company => {
  const random = randomFrom(seed)
  const upTo = (most: number) => 1 + Math.floor(random() * most)
  const skills = ids('skill', upTo(4)).map((id) => ({ id, name: `Skill ${id}` }))
  const areas = ids('area', upTo(4)).map((id, at) => ({
    ...{ id, name: `Area ${at}`, active: true, timezone: 'Australia/Sydney', location: null },
    ...(at % 2 === 0
      ? { kind: 'postcodes' as const, postcodes: [`${2000 + at}`, `${2100 + at}`] }
      : {
          ...{ kind: 'radius' as const, postcodes: [] as string[], radiusKm: upTo(30) },
          centre: { lat: -33.8, lng: 151.2 },
        }),
  }))
  const hours = [{ days: [...weekdays], start: '08:00', end: '17:00' }]
  const locations = ids('location', upTo(3)).map((id, at) => ({
    ...{ id, name: `Location ${at}`, timezone: 'Australia/Sydney', exceptions: [] },
    hours: at % 2 === 0 ? [] : hours.map((block) => ({ ...block })),
  }))
  const services = ids('service', upTo(6)).map((id, at) => ({
    ...{ id, name: `Service ${at}`, active: true, bookable: true, crewSize: upTo(2) },
    mode: at % 3 === 2 ? ('request' as const) : ('instant' as const),
    durationMinutes: 30 * upTo(8),
    ...{ bufferBeforeMinutes: 0, bufferAfterMinutes: 15, noticeMinutes: 120, horizonDays: 60 },
    skills: skills.slice(0, at % 3).map((skill) => skill.id),
    locations: at % 2 === 0 ? [] : [`location-${at % locations.length}`],
    locationTypes: [(['mobile', 'fixed', 'remote'] as const)[at % 3] ?? 'mobile'],
  }))
  const people = ids('person', 2 + upTo(5)).map((id, at) => ({
    ...{ id, name: `Person ${at}`, active: true, blocked: false, timezone: 'Australia/Sydney' },
    ...{ hasLogin: at % 2 === 0, email: `person-${at}@company.example`, exceptions: [] },
    hours: hours.map((block) => ({ ...block })),
    services: services.map((service) => service.id),
    skills: skills.map((skill) => skill.id),
    ...{ areas: [] as string[], locations: [] as string[] },
  }))
  return {
    company: { name: 'Company', email: 'hello@company.example', phone: '+61255501000' },
    settings: {
      ...{ assignmentMethod: at3(random), respondWithinHours: 24, escalateAfterHours: 4 },
      ...{ declineReasons: ['Away'], bookingEnabled: true, customersMayCancel: true },
      ...{ cancelFeeAutomatic: true, cancelNoticeHours: 24, cancellationFeeAmount: 5500 },
      cancellationFees: [],
    },
    ...{ services, people, locations, areas, skills },
    roles: [
      { id: 'admin', name: 'Administrator', kind: 'staff', permissions: ['roles.edit'], used: 1 },
      { id: 'empty', name: 'Unused', kind: 'staff', permissions: [], used: 0 },
    ],
    users: [
      {
        ...{ id: 'user-0', name: 'Grace', kind: 'staff', active: true, fieldworker: null },
        permissions: ['roles.edit'],
      },
      {
        ...{ id: 'user-1', name: 'Person 0', kind: 'fieldworker', active: true },
        ...{ fieldworker: 'person-0', permissions: [] },
      },
    ],
    keys: [
      {
        ...{ id: 'key-0', name: 'Till', active: true, expiresAt: null, hasRole: true },
        scopes: ['bookings:read'],
      },
    ],
  }
}

const at3 = (random: () => number) =>
  ['direct', 'request', 'broadcast'][Math.floor(random() * 3)] ?? 'direct'
