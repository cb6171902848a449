import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chromiumPath } from '../support/browser.ts'
import { type Journey, startJourney } from '../support/journey.ts'

let journey: Journey

beforeAll(async () => {
  if (chromiumPath) journey = await startJourney()
}, 600_000)
afterAll(() => journey?.stop())

const companyOf = async () => {
  const answer = await fetch(`${journey.product.url}/api/app/company`)
  return (await answer.json()) as { currency: string; portal: { customersMayCancel: boolean } }
}

describe.skipIf(!chromiumPath)('the settings in a browser', () => {
  test('a switch of the customer portal acts at once', async () => {
    const panel = await journey.openPanel('olivia')
    await panel.goto(`${journey.product.url}/admin`)
    await panel.getByRole('link', { name: 'Settings', exact: true }).click()
    await panel.getByRole('link', { name: /^Portal/ }).click()
    await panel.getByRole('heading', { name: 'Customer portal', level: 1 }).waitFor()

    await panel.getByLabel('Customers may cancel').uncheck()
    await panel.getByRole('button', { name: 'Save changes' }).click()

    await panel.getByText('Saved.').filter({ visible: true }).first().waitFor()
    await expect.poll(async () => (await companyOf()).portal.customersMayCancel).toBe(false)
    await panel.getByText('Olivia Marsh changed the portal settings').waitFor()
    await panel.close()
  }, 120_000)

  test('a setting that is refused says why beside it, and what was typed stays', async () => {
    const panel = await journey.openPanel('olivia')
    await panel.goto(`${journey.product.url}/admin/globals/company`)
    const phone = panel.getByLabel('Phone', { exact: true })
    expect(await phone.inputValue()).toMatch(/^\(02\) /)

    await panel.getByLabel('Currency').selectOption('NZD')
    await phone.fill('call us')
    await panel.getByRole('button', { name: 'Save changes' }).click()
    const refusal = panel.locator('#setting-phone-error')
    await refusal.waitFor()
    expect(await phone.inputValue()).toBe('call us')
    expect((await companyOf()).currency).toBe('AUD')

    await phone.fill('02 5550 0111')
    await panel.getByRole('button', { name: 'Save changes' }).click()
    await expect.poll(async () => (await companyOf()).currency).toBe('NZD')
    await panel.reload()
    expect(await panel.getByLabel('Currency').inputValue()).toBe('NZD')
    expect(journey.problems).toEqual([])
    await panel.close()
  }, 120_000)

  test('a service goes live in at most eight actions', async () => {
    const panel = await journey.openPanel('olivia')
    await panel.goto(`${journey.product.url}/admin`)
    let actions = 0
    const act = async (doing: Promise<unknown>) => {
      actions += 1
      await doing
    }

    await act(panel.getByRole('link', { name: 'Services', exact: true }).click())
    await act(panel.getByRole('link', { name: /^(New|Add a) service/ }).click())
    await act(panel.getByLabel(/^Name/).fill('Gutter cleaning'))
    await act(panel.getByLabel(/^Duration/).fill('90'))
    await act(panel.getByLabel(/^Price in/).fill('180'))
    await act(panel.getByLabel('Daniel Kelly').check())
    await act(panel.getByRole('button', { name: 'Add service' }).click())

    await panel.getByRole('heading', { name: 'Gutter cleaning', level: 1 }).waitFor()
    expect(actions).toBeLessThanOrEqual(8)
    const page = await fetch(`${journey.product.url}/book/gutter-cleaning`)
    expect(page.status).toBe(200)
    await panel.close()
  }, 120_000)

  test('an area is drawn as a circle on the map', async () => {
    const panel = await journey.openPanel('olivia')
    await panel.goto(`${journey.product.url}/admin/collections/areas`)
    await panel.getByRole('link', { name: 'Add an area' }).click()
    await panel.getByLabel(/^Name/).fill('Hills')
    await panel.getByLabel(/^The area is/).selectOption('radius')
    await panel.getByLabel(/^Radius/).fill('6')
    const map = panel.getByRole('region', { name: 'Map of the area' })
    await map.locator('.leaflet-control-scale').waitFor()
    await map.click({ position: { x: 200, y: 100 } })
    await panel.getByText(/^Centre: /).waitFor()
    await panel.getByRole('button', { name: 'Add area' }).click()

    await panel.getByRole('heading', { name: 'Hills', level: 1 }).waitFor()
    await panel.goto(`${journey.product.url}/admin/collections/areas`)
    await panel.getByRole('row', { name: /Hills/ }).getByText('Circle of 6 km').waitFor()
    await panel.close()
  }, 120_000)

  test('the office sends a reminder about an unanswered offer from its row, but not twice', async () => {
    const panel = await journey.openPanel('grace')
    await panel.goto(`${journey.product.url}/admin/collections/bookings?tab=pending-acceptance`)
    const row = panel
      .getByRole('row')
      .filter({ has: panel.getByRole('button', { name: /^Remind/ }) })
    const remind = row.first().getByRole('button', { name: /^Remind/ })
    const number = /B-\d+/.exec((await remind.getAttribute('aria-label')) ?? '')?.[0] ?? ''

    await remind.click()

    const own = panel.getByRole('row', { name: new RegExp(number) })
    await own.getByText('Reminder sent.').waitFor()
    await own.getByRole('button', { name: /^Remind/ }).waitFor({ state: 'detached' })
    await panel.close()
  }, 120_000)
})
