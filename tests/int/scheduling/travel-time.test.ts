import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { insert, insertBooking, ownerOf } from '../../support/records.ts'
import { runSql } from '../../support/run-sql.ts'
import {
  asSeed,
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

/** The Opera House, and a point twenty kilometres west of it: 39 minutes at 40 km/h by road. */
const here = { lat: -33.8568, lng: 151.2153 }
const west = { lat: -33.8568, lng: 150.9987 }

/** A visit of the person from 10:00 to 10:30 on the Wednesday, at a point. */
const visitAt = async (person: string, number: string, point: { lat: number; lng: number }) => {
  const { payload, url } = harness.app
  const owner = await ownerOf(payload, 'customer', 'fieldworker')
  const start = '2026-09-23T00:00:00Z'
  const end = '2026-09-23T00:30:00Z'
  const { address, appointment } = await insertBooking(
    payload,
    { ...owner, fieldworker: person },
    { number, start },
  )
  await runSql(url, 'update appointments set "end" = $2 where id = $1', [appointment, end])
  await runSql(
    url,
    'update addresses set coordinates_lat = $2, coordinates_lng = $3 where id = $1',
    [address, point.lat, point.lng],
  )
  const span = { startsAt: start, endsAt: end, kind: 'visit', exclusive: true }
  await insert(payload, 'occupancies', { fieldworker: person, appointment, ...span })
  return { address, appointment }
}

describe('the way between visits', () => {
  test('takes its time where both points are known', async () => {
    const { slug, person } = await harness.open({ service: { durationMinutes: 15 } })
    const { address } = await visitAt(person, 'T-1', west)
    const asked = { service: slug, ...wednesday }

    const unknown = await harness.timesOf(asked, 'dispatcher')
    const known = await harness.timesOf({ ...asked, ...here }, 'dispatcher')
    const beside = await harness.timesOf({ ...asked, ...west }, 'dispatcher')

    expect(unknown).toEqual(['09:00', '09:30', '10:30', '11:00', '11:30'])
    expect(beside).toEqual(unknown)
    expect(known).toEqual(['09:00', '11:30'])

    await runSql(harness.app.url, 'update addresses set coordinates_lng = $2 where id = $1', [
      address,
      here.lng,
    ])
    expect(await harness.timesOf({ ...asked, ...here }, 'dispatcher')).toEqual(unknown)
  })

  test('goes with a visit that is cancelled', async () => {
    const { slug, person } = await harness.open()
    const { appointment } = await visitAt(person, 'T-2', west)
    const asked = { service: slug, ...wednesday, ...here }
    expect(await harness.timesOf(asked, 'dispatcher')).not.toEqual(morning)

    await runSql(harness.app.url, 'delete from occupancies where appointment_id = $1', [
      appointment,
    ])

    expect(await harness.timesOf(asked, 'dispatcher')).toEqual(morning)
  })

  test('can be switched off', async () => {
    const { slug, person } = await harness.open({ service: { durationMinutes: 15 } })
    await visitAt(person, 'T-3', west)
    const asked = { service: slug, ...wednesday, ...here }
    const consider = (considered: boolean) =>
      harness.app.payload.updateGlobal({
        slug: 'booking-settings',
        data: { travel: { considered } },
        ...asSeed,
      })

    await consider(false)
    const off = await harness.timesOf(asked, 'dispatcher')
    await consider(true)

    expect(off).toContain('10:30')
    expect(await harness.timesOf(asked, 'dispatcher')).not.toContain('10:30')
  })
})
