import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chromiumPath, launchBrowser, visit } from '../support/browser.ts'
import { type Product, startProduct } from '../support/product.ts'

let product: Product
let browser: Browser

beforeAll(async () => {
  if (!chromiumPath) return
  ;[product, browser] = await Promise.all([startProduct(), launchBrowser()])
}, 600_000)
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

const openPanel = async (): Promise<Page> => {
  const { page } = await visit(browser)
  const { email, password } = product.login('grace')
  await page.goto(`${product.url}/admin/login`)
  await page.fill('#field-email', email)
  await page.fill('#field-password', password)
  await page.click('button[type=submit]')
  await page.waitForURL(/\/admin\/?$/)
  return page
}

type Order = { start: string; service: string; address: object; answers?: object }

/** Books the very same start for somebody else, as a quicker colleague would. */
const snatch = async (page: Page, order: Order) => {
  const answer = await page.request.post(`${product.url}/api/app/bookings`, {
    headers: { origin: product.url },
    data: { ...order, customer: { name: 'Quicker Quinn', email: 'quinn@guest.example' } },
  })
  expect(answer.status(), await answer.text()).toBe(201)
}

describe.skipIf(!chromiumPath)('the form for bookings by phone', () => {
  test('opens on N, goes on with Enter, and offers three times when the slot was lost', async () => {
    const page = await openPanel()
    await page.getByRole('heading', { name: /^Good/ }).waitFor()
    await page.keyboard.press('n')
    await page.getByRole('heading', { name: 'New booking' }).waitFor()

    const service = page.getByRole('combobox', { name: 'Service' })
    const option = service.locator('option', { hasText: 'Lawn and garden tidy' })
    await service.selectOption((await option.getAttribute('value')) ?? '')
    await service.focus()
    await page.keyboard.press('Enter')
    expect(
      await page.getByLabel('Quantity').evaluate((box) => box === document.activeElement),
    ).toBe(true)
    await page.getByLabel('Name', { exact: true }).fill('Pat Slower')
    await page.getByLabel('Phone', { exact: true }).fill('0412 000 222')
    await page.getByLabel('Street').fill('9 King Street')
    await page.getByLabel('Suburb').fill('Newtown')
    await page.getByLabel('Postcode').fill('2042')
    await page.locator('.fb-slot').last().click()

    await page.route(
      '**/api/app/bookings',
      async (route) => {
        await snatch(page, route.request().postDataJSON() as Order)
        await route.continue()
      },
      { times: 1 },
    )
    await page.keyboard.press('Control+Enter')
    const alternatives = page.locator('.fb-alternatives .fb-slot')
    await alternatives.first().waitFor()
    expect(await alternatives.count()).toBe(3)
    await expect
      .poll(() => alternatives.first().evaluate((slot) => slot === document.activeElement))
      .toBe(true)
    expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe('Pat Slower')
    expect(await page.getByLabel('Street').inputValue()).toBe('9 King Street')

    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Create booking' }).click()
    await page.getByRole('heading', { name: /Pat Slower/ }).waitFor()
  }, 120_000)
})
