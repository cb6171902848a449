import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chromiumPath } from '../support/browser.ts'
import { type Journey, startJourney } from '../support/journey.ts'
import { runSql } from '../support/run-sql.ts'

let journey: Journey

beforeAll(async () => {
  if (!chromiumPath) return
  journey = await startJourney()
  await runSql(
    journey.product.databaseUrl,
    'update portal_settings set customers_may_reschedule = true, reschedule_notice_hours = 0',
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
    await panel.getByText('Accepted', { exact: true }).first().waitFor()

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
    await panel.getByRole('button', { name: 'Make them all' }).click()
    await panel.getByRole('button', { name: 'End the series…' }).waitFor()
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
    const day = new Date(Date.now() + 9 * 86_400_000).toISOString().slice(0, 10)
    await offer.locator('input[name=time1]').fill(`${day}T10:00`)
    await offer.getByRole('button', { name: 'Decline this visit' }).click()
    await worker.getByText('Declined. The office is told.').waitFor()

    await panel.reload()
    await panel.getByText('Could come at another time').waitFor()
    await panel.locator('.fb-proposals button').first().click()
    await panel.getByText('Accepted').first().waitFor()
    expect(journey.problems).toEqual([])
  }, 180_000)
})
