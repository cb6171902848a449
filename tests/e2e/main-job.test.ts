import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chromiumPath } from '../support/browser.ts'
import { type Journey, startJourney } from '../support/journey.ts'

let journey: Journey

beforeAll(async () => {
  if (chromiumPath) journey = await startJourney()
}, 600_000)
afterAll(() => journey?.stop())

describe.skipIf(!chromiumPath)('the main job in a browser', () => {
  test('a customer books, the office offers the visit, the fieldworker accepts', async () => {
    const customer = await journey.open()
    const number = await journey.bookTap(customer, {
      name: 'Jo Park',
      email: 'jo.park@guest.example',
    })
    expect(await customer.locator('h1').textContent()).toMatch(
      /your visit is booked|have your booking/i,
    )
    expect(await customer.locator('main').textContent()).toContain('AEDT')

    const panel = await journey.openPanel('grace')
    const mail = await journey.messageTo(panel, 'jo.park@guest.example', /./)
    expect(mail.subject).toContain(number)
    const { worker } = await journey.offerVisit(panel, { number, customer: 'Jo Park' })
    await worker.waitForURL(/\/field/)
    const offer = worker.locator('article', { hasText: number })
    await offer.getByRole('button', { name: 'Accept' }).click()
    await worker.goto(`${journey.product.url}/my`)
    expect(new URL(worker.url()).pathname).toBe('/field')
    await worker.goto(`${journey.product.url}/field/visits`)

    await panel.reload()
    await panel.getByText('Accepted').filter({ visible: true }).first().waitFor()
    await panel.getByRole('button', { name: 'Convert all to pending' }).click()
    await panel.getByRole('button', { name: 'Save', exact: true }).click()
    await panel.getByText('Awaiting answer').waitFor()
    await panel.getByRole('button', { name: 'Accept all' }).click()
    await panel.getByRole('button', { name: 'Save', exact: true }).click()
    await panel.getByText('Accepted', { exact: true }).filter({ visible: true }).first().waitFor()
    await panel.locator('main, .fb-tabs').getByRole('link', { name: 'History' }).last().click()
    await panel.getByText('Grace Kim').filter({ visible: true }).first().waitFor()
  }, 180_000)

  test('the office finds a booking from any page by keyboard only', async () => {
    const panel = await journey.openPanel('grace')
    await panel.goto(`${journey.product.url}/admin/settings`)
    await panel.getByRole('heading', { name: 'Settings', level: 1 }).waitFor()
    await panel.getByRole('button', { name: /^Notifications/ }).waitFor()
    await panel.keyboard.press('/')
    const found = panel.getByRole('dialog', { name: 'Search everything' })
    await found.locator('input:focus').waitFor()
    await panel.keyboard.type('jo pårk')
    await found
      .getByRole('link', { name: /Jo Park/ })
      .first()
      .waitFor()
    await panel.keyboard.press('Enter')
    await panel.waitForURL(/\/admin\/collections\/bookings\/[\w-]+/)
  }, 60_000)

  test('a customer cancels from the link in the mail', async () => {
    const customer = await journey.open()
    await journey.bookTap(customer, { name: 'Cy Lane', email: 'cy.lane@guest.example' })
    const panel = await journey.openPanel('grace')
    const mail = await journey.messageTo(panel, 'cy.lane@guest.example', /./)
    const links = [...mail.text.matchAll(/https?:\/\/\S+\/l\/[\w-]+/g)].map(([link]) => link)

    await customer.goto(links.at(-1) ?? '')
    await customer.fill('textarea[name=comment]', 'We moved house')
    await customer.click('button[value=cancel]')

    await customer.getByText('Would you like another time?').waitFor()
    await journey.messageTo(panel, 'cy.lane@guest.example', /cancel/i)
  }, 120_000)

  test('the office takes a booking by phone for someone new', async () => {
    const panel = await journey.openPanel('grace')
    await panel.goto(`${journey.product.url}/admin/new-booking`)
    const service = panel.locator('select').first()
    const option = service.locator('option', { hasText: 'Tap and toilet repair' })
    await service.selectOption((await option.getAttribute('value')) ?? '')
    await panel.getByLabel('How many taps or toilets?').fill('1')
    await panel.getByLabel('Street').fill('9 King Street')
    await panel.getByLabel('Suburb').fill('Newtown')
    await panel.getByLabel('Postcode').fill('2042')
    await panel.getByRole('button', { name: 'Next: Date & time' }).click()
    await panel.locator('.fb-slot').last().click()
    await panel.getByRole('button', { name: 'Next: Customer' }).click()
    await panel.getByLabel('Name', { exact: true }).fill('Pat Phone')
    await panel.getByLabel('Phone', { exact: true }).fill('0412 000 111')
    await panel.getByRole('button', { name: 'Create booking' }).click()

    await panel.getByRole('heading', { name: /Pat Phone/ }).waitFor()
    expect(panel.url()).toMatch(/\/collections\/bookings\/[0-9a-f-]{36}/)
  }, 120_000)

  test('nothing went wrong behind the pages', () => {
    expect(journey.problems).toEqual([])
  })
})
