import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Harness, openHarness } from '../../support/harness.ts'
import { sydney } from '../../support/shop.ts'

let harness: Harness

beforeAll(async () => {
  harness = await openHarness()
}, 120_000)
afterAll(() => harness.stop())

type Made = { id: string; slug: string; active: boolean }

const add = async (body: object): Promise<Made> => {
  const data = { durationMinutes: 60, noticeMinutes: 0, priceAmount: 9000, ...body }
  const { status, body: answer } = await harness.send('POST', '/services?depth=0', 'manager', data)
  expect(status).toBe(201)
  return (answer as { doc: Made }).doc
}

const give = async (service: string) => {
  const [person] = harness.shop.people
  const { body } = await harness.send('GET', `/fieldworkers/${person}?depth=0`, 'manager')
  const services = [...(body['services'] as string[]), service]
  await harness.send('PATCH', `/fieldworkers/${person}`, 'manager', { services })
}

/** At which public doors the service stands. */
const publicDoors = async ({ id, slug }: Made) => {
  const listed = await harness.send('GET', '/app/services', 'anonymous')
  const read = await harness.send('GET', `/services/${id}`, 'anonymous')
  const page = await harness.send('GET', `/app/services/${slug}`, 'anonymous')
  const booked = await harness.book({
    ...{ service: slug, start: sydney(4, '11:00') },
    customer: { name: 'Early Bird', phone: '0491 570 156' },
  })
  const services = (listed.body as { services: Made[] }).services.map((one) => one.id)
  return [services.includes(id), read.status, page.status, booked.code ?? booked.status]
}

describe('a service that no one can do yet', () => {
  test('is closed at every public door until somebody can', async () => {
    const service = await add({ name: 'Gutter cleaning' })
    expect(await publicDoors(service)).toEqual([false, 404, 404, 'not-found'])

    await give(service.id)

    expect(await publicDoors(service)).toEqual([true, 200, 200, 201])
  })

  test('is open to the office', async () => {
    const service = await add({ name: 'Roof repair' })

    expect((await harness.send('GET', `/services/${service.id}`, 'dispatcher')).status).toBe(200)
  })
})

describe('the address of a service', () => {
  test('is made of its name, and stays free of clashes', async () => {
    const [first, second] = [
      await add({ name: 'Deck Oiling' }),
      await add({ name: 'Deck oiling!' }),
    ]

    expect([first.slug, second.slug]).toEqual(['deck-oiling', 'deck-oiling-2'])
  })

  test('is spelled as an address is, however it was typed', async () => {
    const { slug } = await add({ name: 'Tiles', slug: 'Tile & Grout' })

    expect(slug).toBe('tile-grout')
  })

  test('stays when the service is renamed', async () => {
    const { id, slug } = await add({ name: 'Blinds' })

    const renamed = await harness.send('PATCH', `/services/${id}?depth=0`, 'manager', {
      name: 'Blinds and shutters',
    })

    expect((renamed.body as { doc: Made }).doc.slug).toBe(slug)
  })
})
