import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chromiumPath, launchBrowser, phone, visit } from '../support/browser.ts'
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

const problems: string[] = []
const open = async (options?: Parameters<typeof visit>[1]): Promise<Page> => {
  const visitor = await visit(browser, options)
  visitor.page.on('close', () => problems.push(...visitor.problems))
  return visitor.page
}

const signIn = async (page: Page, name: string) => {
  const { email, password } = product.login(name)
  await page.goto(`${product.url}/sign-in`)
  await page.getByText('Use a password instead').click()
  await page.fill('#password-email', email)
  await page.fill('[name=password]', password)
  await page.click('button[value=password]')
}

const openPanel = async (name: string): Promise<Page> => {
  const page = await open()
  const { email, password } = product.login(name)
  await page.goto(`${product.url}/admin/login`)
  await page.fill('#field-email', email)
  await page.fill('#field-password', password)
  await page.click('button[type=submit]')
  await page.waitForURL(/\/admin\/?$/)
  return page
}

const bookTap = async (page: Page, { name, email }: { name: string; email: string }) => {
  await page.goto(`${product.url}/book/tap-repair`)
  await page.fill('[name="address.line1"]', '12 King Street')
  await page.fill('[name="address.suburb"]', 'Newtown')
  await page.fill('[name="address.postcode"]', '2042')
  await page.click('button[value=times]')
  await page.getByText('Times are in').waitFor()
  await page.locator('input[name=start]').last().check({ force: true })
  await page.fill('[name="customer.name"]', name)
  await page.fill('[name="customer.email"]', email)
  await page.fill('[name="answers.count"]', '2')
  await page.locator('button[value=book]').last().click()
  await page.waitForURL(/\/booked\//)
  return page.url().split('/').at(-1) ?? ''
}

/** The newest message to an address that mentions something, waited for. */
const messageTo = async (panel: Page, to: string, subject: RegExp) => {
  for (let tries = 0; tries < 60; tries++) {
    const answer = await panel.request.get(
      `${product.url}/api/outbox-messages?limit=50&sort=-createdAt`,
      { headers: { origin: product.url } },
    )
    const { docs } = (await answer.json()) as {
      docs: { to: string; subject: string; text: string }[]
    }
    const found = docs.find((message) => message.to.includes(to) && subject.test(message.subject))
    if (found) return found
    await panel.waitForTimeout(500)
  }
  throw new Error(`No message for ${to} about ${subject}.`)
}

describe.skipIf(!chromiumPath)('the main job in a browser', () => {
  test('a customer books, the office offers the visit, the fieldworker accepts', async () => {
    const customer = await open()
    const number = await bookTap(customer, { name: 'Jo Park', email: 'jo.park@guest.example' })
    expect(await customer.locator('h1').textContent()).toMatch(
      /your visit is booked|have your booking/i,
    )
    expect(await customer.locator('main').textContent()).toContain('AEDT')

    const panel = await openPanel('grace')
    const mail = await messageTo(panel, 'jo.park@guest.example', /./)
    expect(mail.subject).toContain(number)
    await panel.goto(`${product.url}/admin/collections/bookings?tab=upcoming&q=${number}`)
    await panel.getByRole('link', { name: 'Jo Park' }).click()
    await panel.getByRole('heading', { name: /Jo Park/ }).waitFor()
    await panel
      .getByRole('button', { name: /Find & assign|Change|Reassign/ })
      .first()
      .click()
    await panel.getByRole('button', { name: /off this visit/ }).click()
    await panel.getByRole('button', { name: 'Find & assign…' }).click()
    await panel.getByLabel('Ask to accept').check()
    const candidate = panel.locator('.fb-person button:enabled').first()
    const label = (await candidate.getAttribute('aria-label')) ?? ''
    const first =
      label
        .replace(/^\D*? to /, '')
        .split(' ')[0]
        ?.toLowerCase() ?? ''
    await candidate.click()
    await panel.getByText('Awaiting answer').waitFor()

    const worker = await open(phone)
    await signIn(worker, first)
    await worker.waitForURL(/\/field/)
    const offer = worker.locator('article', { hasText: number })
    await offer.getByRole('button', { name: 'Accept' }).click()
    await worker.goto(`${product.url}/field/visits`)

    await panel.reload()
    await panel.getByText('Accepted').first().waitFor()
    await panel.getByRole('button', { name: 'Convert all to pending' }).click()
    await panel.getByRole('button', { name: 'Save', exact: true }).click()
    await panel.getByText('Awaiting answer').waitFor()
    await panel.getByRole('button', { name: 'Accept all' }).click()
    await panel.getByRole('button', { name: 'Save', exact: true }).click()
    await panel.getByText('Accepted', { exact: true }).first().waitFor()
    await panel.locator('main, .fb-tabs').getByRole('link', { name: 'History' }).last().click()
    await panel.getByText('Grace Kim').first().waitFor()
  }, 180_000)

  test('a customer cancels from the link in the mail', async () => {
    const customer = await open()
    await bookTap(customer, { name: 'Cy Lane', email: 'cy.lane@guest.example' })
    const panel = await openPanel('grace')
    const mail = await messageTo(panel, 'cy.lane@guest.example', /./)
    const links = [...mail.text.matchAll(/https?:\/\/\S+\/l\/[\w-]+/g)].map(([link]) => link)

    await customer.goto(links.at(-1) ?? '')
    await customer.fill('textarea[name=comment]', 'We moved house')
    await customer.click('button[value=cancel]')

    await customer.getByText('Would you like another time?').waitFor()
    await messageTo(panel, 'cy.lane@guest.example', /cancel/i)
  }, 120_000)

  test('the office takes a booking by phone for somebody new', async () => {
    const panel = await openPanel('grace')
    await panel.goto(`${product.url}/admin/new-booking`)
    const service = panel.locator('select').first()
    const option = service.locator('option', { hasText: 'Tap and toilet repair' })
    await service.selectOption((await option.getAttribute('value')) ?? '')
    await panel.getByLabel('Name', { exact: true }).fill('Pat Phone')
    await panel.getByLabel('Phone', { exact: true }).fill('0412 000 111')
    await panel.getByLabel('Street').fill('9 King Street')
    await panel.getByLabel('Suburb').fill('Newtown')
    await panel.getByLabel('Postcode').fill('2042')
    const slot = panel
      .getByRole('button', { name: /\d.*(am|pm)/ })
      .or(panel.locator('input[name=start] + span'))
      .last()
    await slot.click()
    const answers = panel.getByLabel('How many taps or toilets?')
    if (await answers.count()) await answers.fill('1')
    await panel.getByRole('button', { name: 'Create booking' }).click()

    await panel.getByRole('heading', { name: /Pat Phone/ }).waitFor()
    expect(panel.url()).toMatch(/\/collections\/bookings\/[0-9a-f-]{36}/)
  }, 120_000)

  test('nothing went wrong behind the pages', () => {
    expect(problems).toEqual([])
  })
})
