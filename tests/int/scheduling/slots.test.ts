import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { insert } from '../../support/records.ts'
import {
  type Asked,
  asSeed,
  everyDay,
  morning,
  openSlotHarness,
  type SlotHarness,
  wednesday,
} from '../../support/slot-harness.ts'

let harness: SlotHarness

beforeAll(async () => {
  harness = await openSlotHarness()
})
afterAll(() => harness?.stop())

describe('the free times of a service', () => {
  test('are the hours of those who do it, in the zone of the site', async () => {
    const { slug } = await harness.open()
    expect(await harness.timesOf({ service: slug, ...wednesday })).toEqual(morning)
    const { body } = await harness.ask({ service: slug, ...wednesday })
    expect(body.timezone).toBe('Australia/Sydney')
    expect(body.zoneName).toContain('AEST')
    expect(body.place.area?.id).toBe(harness.shop.area)
    expect(body.slots.every(({ available }) => available === 1)).toBe(true)
  })

  test('can be asked by the id of the service as well', async () => {
    const { service } = await harness.open()
    expect(await harness.timesOf({ service, ...wednesday })).toEqual(morning)
  })

  test('need every skill of the service', async () => {
    const skill = await insert(harness.app.payload, 'skills', { name: 'Gas' })
    const { slug, person } = await harness.open({ service: { skills: [skill] } })
    expect(await harness.timesOf({ service: slug, ...wednesday }, 'dispatcher')).toEqual([])
    expect((await harness.ask({ service: slug, ...wednesday })).status).toBe(404)
    await harness.app.payload.update({
      collection: 'fieldworkers',
      id: person,
      data: { skills: [skill] },
      ...asSeed,
    })
    expect(await harness.timesOf({ service: slug, ...wednesday })).toEqual(morning)
  })

  test('need someone who works in the area of the site', async () => {
    const elsewhere = await insert(harness.app.payload, 'areas', {
      name: 'Elsewhere',
      kind: 'postcodes',
      postcodes: ['2999'],
      timezone: 'Australia/Sydney',
      active: true,
    })
    const { slug } = await harness.open({ person: { areas: [elsewhere] } })
    expect(await harness.timesOf({ service: slug, ...wednesday })).toEqual([])
    expect(await harness.timesOf({ service: slug, ...wednesday, postcode: '2999' })).toEqual(
      morning,
    )
  })

  test('at a location need someone who works there, within its opening hours', async () => {
    const { id: location } = await harness.app.payload.create({
      collection: 'locations',
      data: {
        name: 'Workshop',
        timezone: 'Australia/Sydney',
        active: true,
        address: { line1: '2 Works Lane', postcode: '2000' },
        openingHours: [{ days: [...everyDay], start: '10:00', end: '17:00' }],
      },
      ...asSeed,
    })
    const service = { locationTypes: ['fixed'], locations: [location] }
    const { slug, person } = await harness.open({ service, person: { locations: [location] } })
    const asked = { service: slug, location, postcode: undefined, ...wednesday }
    expect(await harness.timesOf(asked)).toEqual(['10:00', '10:30', '11:00'])
    await harness.app.payload.update({
      collection: 'fieldworkers',
      id: person,
      data: { locations: [harness.shop.location] },
      ...asSeed,
    })
    expect(await harness.timesOf(asked)).toEqual([])
  })

  test('are not those of the blocked and of those who left', async () => {
    const blocked = await harness.open({ person: { blocked: true } })
    const left = await harness.open({ person: { active: false } })
    for (const { slug } of [blocked, left]) {
      expect(await harness.timesOf({ service: slug, ...wednesday }, 'dispatcher')).toEqual([])
      expect((await harness.ask({ service: slug, ...wednesday })).status).toBe(404)
    }
  })

  test('of a night shift go on after midnight', async () => {
    const { slug } = await harness.open({
      person: { workingHours: [{ days: ['wed'], start: '22:00', end: '01:00' }] },
    })
    const starts = await harness.startsOf({ service: slug, from: '2026-09-23', to: '2026-09-24' })
    expect(starts).toEqual([
      '09-23 22:00',
      '09-23 22:30',
      '09-23 23:00',
      '09-23 23:30',
      '09-24 00:00',
    ])
  })

  test('keep the buffers clear of what is taken, on both sides', async () => {
    const service = { bufferBeforeMinutes: 30, bufferAfterMinutes: 30 }
    const workingHours = [{ days: [...everyDay], start: '08:00', end: '16:00' }]
    const { slug, person } = await harness.open({ service, person: { workingHours } })
    await insert(harness.app.payload, 'occupancies', {
      fieldworker: person,
      startsAt: '2026-09-23T02:00:00Z',
      endsAt: '2026-09-23T03:00:00Z',
      kind: 'visit',
      exclusive: true,
    })
    const starts = await harness.timesOf({ service: slug, ...wednesday })
    expect(starts).toContain('10:30')
    for (const start of ['11:00', '11:30', '12:00', '12:30', '13:00'])
      expect(starts).not.toContain(start)
    expect(starts).toContain('13:30')
  })

  test('respect the notice before and the horizon after', async () => {
    const { slug } = await harness.open({ service: { noticeMinutes: 1440, horizonDays: 3 } })
    const days = await harness.startsOf({ service: slug, from: '2026-09-21', to: '2026-10-05' })
    expect(days[0]).toBe('09-22 10:00')
    expect(days.at(-1)?.slice(0, 5)).toBe('09-24')
  })

  test('of a crew are those at which enough people are free', async () => {
    const { slug, service } = await harness.open({ service: { crewSize: 2 } })
    expect(await harness.timesOf({ service: slug, ...wednesday })).toEqual([])
    await harness.hire('Second', service)
    expect(await harness.timesOf({ service: slug, ...wednesday })).toEqual([
      '10:00',
      '10:30',
      '11:00',
    ])
    expect(await harness.timesOf({ service: slug, ...wednesday, quantity: 2 })).toEqual([])
  })
})

describe('on the days when clocks change', () => {
  const nights = (timezone: string) => [
    timezone,
    [{ days: everyDay, start: '22:00', end: '06:00' }],
  ]
  const openIn = async (zone: string, postcode: string) => {
    const [timezone, workingHours] = nights(zone)
    const area = await insert(harness.app.payload, 'areas', {
      name: zone,
      kind: 'postcodes',
      postcodes: [postcode],
      timezone,
      active: true,
    })
    return harness.open({ person: { timezone, workingHours, areas: [area] } })
  }
  const dawn = async (asked: Asked) =>
    (await harness.timesOf(asked)).filter((time) => time < '06:00')

  test('Sydney offers no start in the hour it leaves out', async () => {
    const { slug } = await harness.open({
      person: { workingHours: [{ days: [...everyDay], start: '22:00', end: '06:00' }] },
    })
    const asked = { service: slug, from: '2026-10-04', to: '2026-10-04' }
    expect(await dawn(asked)).toEqual([
      '00:00',
      '00:30',
      '01:00',
      '01:30',
      '03:00',
      '03:30',
      '04:00',
      '04:30',
      '05:00',
    ])
    const { body } = await harness.ask(asked)
    expect(
      body.slots.every(({ start, end }) => Date.parse(end) - Date.parse(start) === 3_600_000),
    ).toBe(true)
  })

  test('New York offers both of its hours from one to two', async () => {
    const { slug } = await openIn('America/New_York', '10001')
    const asked = { service: slug, postcode: '10001', from: '2026-11-01', to: '2026-11-01' }
    const times = await dawn(asked)
    expect(times.filter((time) => time === '01:00')).toHaveLength(2)
    expect(times.filter((time) => time === '02:00')).toHaveLength(1)
    const { body } = await harness.ask(asked)
    const starts = body.slots.map(({ start }) => start)
    expect(starts).toEqual([...new Set(starts)].toSorted())
  })

  test('Lord Howe leaves out half an hour', async () => {
    const { slug } = await openIn('Australia/Lord_Howe', '2898')
    const times = await dawn({
      service: slug,
      postcode: '2898',
      from: '2026-10-04',
      to: '2026-10-04',
    })
    expect(times).not.toContain('02:00')
    expect(times).toContain('02:30')
    expect(times).toContain('01:30')
  })
})
