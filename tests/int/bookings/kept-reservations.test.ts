import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Harness, openHarness } from '../../support/harness.ts'
import { sydney } from '../../support/shop.ts'

let office: Harness

beforeAll(async () => {
  office = await openHarness()
}, 120_000)
afterAll(() => office?.stop())

/** What the second fieldworker can do; the first can do everything. */
const theSecondCanDo = async (services: string[]) => {
  await office.app.payload.update({
    collection: 'fieldworkers',
    id: office.shop.people[1],
    data: { services },
    overrideAccess: true,
    context: { channel: 'seed' },
  })
}

const everything = async () => {
  const bookings = await office.sql(
    'select id, status, starts_at, version from bookings order by id',
  )
  const visits = await office.sql(
    'select id, status, start, fieldworker_id, reserved_for_id, version from appointments order by id',
  )
  const time = await office.sql(
    'select fieldworker_id, kind, starts_at, appointment_id from occupancies order by starts_at, id',
  )
  return { bookings, visits, time }
}

const guest = (name: string) => ({ name, email: `${name.toLowerCase()}@guest.test` })

/** Time of the first fieldworker that is reserved at nine, and direct work of theirs at two. */
const reservedAndBooked = async (day: number) => {
  const [one] = office.shop.people
  const start = sydney(day, '09:00')
  const reserved = await office.book({ service: 'broadcast', start, customer: guest(`Ri${day}`) })
  const [waiting] = await office.visitsOf(reserved.body.id)
  expect(waiting).toMatchObject({ reserved_for_id: one })
  const work = { service: 'direct', start: sydney(day, '14:00'), fieldworker: one }
  const booked = await office.book({ ...work, customer: guest(`Mo${day}`) }, 'dispatcher')
  expect(booked.status).toBe(201)
  return { waiting, booking: booked.body.id }
}

const move = (booking: string, body: object) =>
  office.send('POST', `/bookings/${booking}/reschedule`, 'dispatcher', {
    reason: 'The customer asked.',
    ...body,
  })

describe('a move onto a reservation that no one else can take', () => {
  test('goes to someone else who is free, and leaves the reservation', async () => {
    const [one, other] = office.shop.people
    await theSecondCanDo([office.shop.services.direct.id])
    const { waiting, booking } = await reservedAndBooked(5)

    const moved = await move(booking, { start: sydney(5, '09:00') })

    expect([moved.status, moved.code]).toEqual([200, undefined])
    const { id } = (moved.body as { booking: { id: string } }).booking
    const [visit] = await office.visitsOf(id)
    expect(visit).toMatchObject({ fieldworker_id: other, status: 'confirmed' })
    const [still] = await office.sql('select reserved_for_id from appointments where id = $1', [
      waiting?.id,
    ])
    expect(still).toEqual({ reserved_for_id: one })
  })

  test('changes nothing where that person is demanded by name', async () => {
    const [one] = office.shop.people
    await theSecondCanDo([office.shop.services.direct.id])
    const { booking } = await reservedAndBooked(6)
    const before = await everything()

    const moved = await move(booking, { start: sydney(6, '09:00'), fieldworker: one })

    expect([moved.status, moved.code]).toEqual([409, 'slot-taken'])
    expect(await everything()).toEqual(before)
  })

  test('changes nothing where no one else can do the work', async () => {
    await theSecondCanDo([])
    const { booking } = await reservedAndBooked(7)
    const before = await everything()

    const moved = await move(booking, { start: sydney(7, '09:00') })

    expect([moved.status, moved.code]).toEqual([409, 'slot-taken'])
    expect(await everything()).toEqual(before)
  })
})
