import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chromiumPath, phone } from '../support/browser.ts'
import { type Journey, startJourney } from '../support/journey.ts'
import { runSql } from '../support/run-sql.ts'

let journey: Journey

beforeAll(async () => {
  if (!chromiumPath) return
  journey = await startJourney()
  await runSql(
    journey.product.databaseUrl,
    `update portal_settings set customers_may_reschedule = true, reschedule_notice_hours = 0,
       customers_may_repeat = true`,
  )
}, 600_000)
afterAll(() => journey?.stop())

describe.skipIf(!chromiumPath)('moving bookings in a browser', () => {
  test('a customer chooses another time from the mail, the office moves it on and repeats it', async () => {
    const customer = await journey.open()
    const number = await journey.bookTap(customer, {
      name: 'Mo Ves',
      email: 'mo.ves@guest.example',
    })
    const panel = await journey.openPanel('grace')
    const mail = await journey.messageTo(panel, 'mo.ves@guest.example', /./)
    await panel.goto(`${journey.product.url}/admin/collections/bookings?q=${number}`)
    await panel.getByRole('link', { name: 'Mo Ves' }).click()
    await panel.getByRole('button', { name: 'Accept all' }).click()
    await panel.getByRole('button', { name: 'Save', exact: true }).click()
    await panel.getByText('Accepted', { exact: true }).filter({ visible: true }).first().waitFor()

    const links = [...mail.text.matchAll(/https?:\/\/\S+\/l\/[\w-]+/g)].map(([link]) => link)
    await customer.goto(links[1] ?? '')
    await customer.getByRole('button', { name: 'Move this booking' }).waitFor()
    await customer.locator('input[name=start]').first().check({ force: true })
    await customer.getByRole('button', { name: 'Move this booking' }).click()
    await customer.getByText('Moved. Please note the new time below.').waitFor()
    const moved = (await customer.locator('.figures').first().textContent()) ?? ''
    expect(moved).not.toContain(number)

    const newest = /B-\d+/.exec(moved)?.[0] ?? ''
    await panel.goto(`${journey.product.url}/admin/collections/bookings?tab=upcoming&q=${newest}`)
    await panel.getByRole('link', { name: 'Mo Ves' }).click()
    await panel.getByRole('heading', { name: 'Moved', exact: true }).waitFor()
    expect(await panel.locator('[aria-labelledby=lineage-heading] li').count()).toBe(2)
    await panel.getByRole('button', { name: 'Reschedule…' }).click()
    await panel.getByRole('button', { name: 'Later days' }).click()
    await panel.locator('dialog .fb-slot').first().click()
    await panel.locator('dialog textarea').fill('Parts are late')
    await panel.getByRole('button', { name: /^Move to/ }).click()
    await panel.locator('[aria-labelledby=lineage-heading] li').nth(2).waitFor()

    await panel.getByRole('button', { name: 'Repeat…' }).click()
    await panel.getByRole('button', { name: 'Show the dates' }).click()
    await panel.locator('dialog ol li').nth(5).waitFor()
    for (const choice of await panel.locator('dialog ol select').all()) {
      await choice.selectOption('skip')
    }
    await panel.getByRole('button', { name: 'Create all bookings' }).click()
    await panel.getByRole('button', { name: 'End the series…' }).waitFor()
    expect(journey.problems).toEqual([])
  }, 180_000)

  test('a signed-in customer moves a booking and repeats it, on a phone and without script', async () => {
    const page = await journey.open({ ...phone, javaScriptEnabled: false })
    await journey.signIn(page, 'isla')
    await page.goto(`${journey.product.url}/book/tap-repair`)
    await page.fill('[name="address.line1"]', '12 King Street')
    await page.fill('[name="address.suburb"]', 'Newtown')
    await page.fill('[name="address.postcode"]', '2042')
    await page.click('button[value=times]')
    await page.locator('input[name=start]').last().check({ force: true })
    await page.locator('button[data-book]').click()
    await page.locator('[data-kept-words]', { hasText: 'is reserved for you until' }).waitFor()
    await page.fill('[name="answers.count"]', '1')
    await page.locator('button[data-book]').click()
    await page.waitForURL(/\/booked\//)
    const number = page.url().split('/').at(-1) ?? ''

    await page.goto(`${journey.product.url}/my`)
    await page.locator('li', { hasText: number }).getByRole('link').first().click()
    await page.getByRole('link', { name: 'Choose another time' }).click()
    await page.getByRole('button', { name: 'Move this booking' }).click()
    await page.getByText('Please choose one of the times.').waitFor()
    await page.getByRole('button', { name: 'Later' }).click()
    await page.locator('input[name=start]').first().check({ force: true })
    await page.getByRole('button', { name: 'Move this booking' }).click()
    await page.getByText('Moved. Please note the new time below.').waitFor()

    await page.getByRole('link', { name: 'Repeat this booking' }).click()
    await page.getByLabel('Every week').check()
    await page.fill('[name=count]', '1')
    await page.getByRole('button', { name: 'Show the dates' }).click()
    await page.getByText('Please give a number from 2 to 26.').waitFor()
    await page.fill('[name=count]', '3')
    await page.getByRole('button', { name: 'Show the dates' }).click()
    await page.getByRole('heading', { name: '3 visits' }).waitFor()
    for (const choice of await page.locator('.date select').all()) {
      await choice.selectOption({ index: 1 })
    }
    await page.getByRole('button', { name: /^Book these visits/ }).click()
    await page.getByText(/more visits? (is|are) booked/).waitFor()
    await page.getByText('One of a series: Every week, 3 times.').waitFor()
    expect(journey.problems).toEqual([])
  }, 180_000)

  test('a fieldworker declines with other times, and the office takes one of them', async () => {
    const customer = await journey.open()
    const number = await journey.bookTap(customer, { name: 'Al Ter', email: 'al@guest.example' })
    const panel = await journey.openPanel('grace')
    const { worker } = await journey.offerVisit(panel, { number, customer: 'Al Ter' })
    await worker.waitForURL(/\/field/)
    const offer = worker.locator('article', { hasText: number })
    await offer.locator('summary').click()
    await offer.getByText('It is too far away').click()
    // A weekday after those that the demo fills.
    const [day] = [15, 16, 17]
      .map((ahead) => new Date(Date.now() + ahead * 86_400_000))
      .filter((date) => ![0, 6].includes(date.getUTCDay()))
      .map((date) => date.toISOString().slice(0, 10))
    await offer.locator('input[name=time1]').fill(`${day}T10:00`)
    await offer.getByRole('button', { name: 'Decline this visit' }).click()
    await worker.getByText('Declined. We’ve let the office know.').waitFor()

    await panel.reload()
    await panel.getByText('Could come at another time').waitFor()
    await panel.locator('.fb-proposals button').first().click()
    await panel.getByText('Accepted').filter({ visible: true }).first().waitFor()
    expect(journey.problems).toEqual([])
  }, 180_000)
})
