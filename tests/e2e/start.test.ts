import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chromiumPath } from '../support/browser.ts'
import { type Journey, startJourney } from '../support/journey.ts'

let journey: Journey

beforeAll(async () => {
  if (chromiumPath) journey = await startJourney()
}, 600_000)
afterAll(() => journey?.stop())

describe.skipIf(!chromiumPath)('a company of one’s own', () => {
  test('replaces the demo and takes bookings within 25 actions', async () => {
    const page = await journey.openPanel('olivia')
    let actions = 0
    const fill = async (label: string, text: string) => {
      actions += 1
      await page.getByLabel(label, { exact: true }).fill(text)
    }
    const press = async (name: string) => {
      actions += 1
      await page.getByRole('button', { name, exact: true }).click()
    }
    const choose = async (label: string, choice: string) => {
      actions += 1
      await page.getByLabel(new RegExp(`^${label}`)).selectOption({ label: choice })
    }

    await page.goto(`${journey.product.url}/admin`)
    actions += 1
    await page.getByRole('link', { name: 'Start my company' }).click()
    await page.getByRole('heading', { level: 2, name: 'Your company' }).waitFor()
    await press('Continue')
    await page.getByText('Still needed: the company’s name').waitFor()
    await fill('Company name', 'Lindqvist Plumbing')
    await fill('Email', 'hello@lindqvist.example')
    await choose('Country', 'New Zealand')
    await page.getByText('Pacific/Auckland · NZD').waitFor()
    await press('Continue')
    await page.getByLabel('Postcodes you cover').fill('1010-1012')
    actions += 1
    await press('Continue')
    await choose('Trade', 'Plumbing')
    await press('Continue')
    await fill('Your name', 'Maja Lindqvist')
    await fill('Delete the demo company', 'Harbour Home Services')
    await press('Start my company')
    await page.getByRole('heading', { name: 'Lindqvist Plumbing is open for bookings' }).waitFor()
    const address = await page.locator('.fb-start__text').first().innerText()
    const visitor = await journey.open()
    const answer = await visitor.goto(address.trim())

    expect(answer?.status()).toBe(200)
    expect(await visitor.locator('h1').innerText()).toContain('Plumbing repair')
    expect(actions).toBeLessThanOrEqual(25)
    await page.goto(`${journey.product.url}/admin/setup-check`)
    await page.getByText('Everything you have set up can work.').waitFor()
    expect(journey.problems).toEqual([])
  })
})
