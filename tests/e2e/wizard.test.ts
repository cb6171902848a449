import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chromiumPath, launchBrowser, visit } from '../support/browser.ts'
import { startDemoProduct } from '../support/demo-product.ts'
import { type FinderStory, tellFinderStory } from '../support/finder-stories.ts'
import type { Product } from '../support/product.ts'

let product: Product
let browser: Browser

beforeAll(async () => {
  if (!chromiumPath) return
  ;[product, browser] = await Promise.all([startDemoProduct(), launchBrowser()])
}, 600_000)
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

const openPanel = async (who = 'grace'): Promise<Page> => {
  const { page } = await visit(browser)
  const { email, password } = product.login(who)
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

const choosing = async (page: Page, service: string) => {
  const select = page.getByRole('combobox', { name: 'Service' })
  const option = select.locator('option', { hasText: service })
  await select.selectOption((await option.getAttribute('value')) ?? '')
  return select
}

const hasFocus = (control: Locator) =>
  control.evaluate((element) => element === document.activeElement)

describe.skipIf(!chromiumPath)('the wizard for bookings by phone', () => {
  test('opens on N, goes on with Enter, keeps its draft, and offers three times for a lost slot', async () => {
    const page = await openPanel()
    await page.getByRole('heading', { name: /^Good/ }).waitFor()
    await page.keyboard.press('n')
    await page.getByRole('heading', { name: 'New booking' }).waitFor()

    const service = await choosing(page, 'Lawn and garden tidy')
    await service.focus()
    await page.keyboard.press('Enter')
    expect(await hasFocus(page.getByLabel('Quantity'))).toBe(true)
    await page.getByLabel('Street').fill('9 King Street')
    await page.getByLabel('Suburb').fill('Newtown')
    await page.getByRole('button', { name: 'Next: Date & time' }).click()
    await page.getByText('Still needed here: the postcode.').waitFor()
    await page.getByLabel('Postcode').fill('2042')
    await page.getByLabel('Access notes').focus()
    await page.keyboard.press('Enter')
    await page.locator('.fb-slot').last().click()
    await page.getByRole('radio', { name: /Best fit/ }).waitFor()
    await page.getByRole('button', { name: 'Next: Customer' }).click()
    await page.getByLabel('Name', { exact: true }).fill('Pat Slower')
    await page.getByLabel('Phone', { exact: true }).fill('0412 000 222')

    await page.goto(`${product.url}/admin/dispatch`)
    await page.getByRole('heading', { name: 'Dispatch' }).first().waitFor()
    await page.goto(`${product.url}/admin/new-booking`)
    await page.getByText('9 King Street, Newtown, 2042').filter({ visible: true }).first().waitFor()
    expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe('Pat Slower')

    await page.route(
      '**/api/app/bookings',
      async (route) => {
        await snatch(page, route.request().postDataJSON() as Order)
        await route.continue()
      },
      { times: 1 },
    )
    await page.getByLabel('Phone', { exact: true }).press('Control+Enter')
    const alternatives = page.locator('.fb-alternatives .fb-slot')
    await alternatives.first().waitFor()
    expect(await alternatives.count()).toBe(3)
    await expect.poll(() => hasFocus(alternatives.first())).toBe(true)

    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: /Service & location/ }).click()
    expect(await page.getByLabel('Street').inputValue()).toBe('9 King Street')
    await page.getByRole('button', { name: 'Create booking' }).click()
    await page.getByRole('heading', { name: /Pat Slower/ }).waitFor()
    await page.close()
  }, 180_000)

  test('takes a booking of a known customer with one address in eight actions', async () => {
    const page = await openPanel()
    await page.getByRole('heading', { name: /^Good/ }).waitFor()

    await page.keyboard.press('n')
    await page.getByRole('heading', { name: 'New booking' }).waitFor()
    await choosing(page, 'Tap and toilet repair')
    await page.getByLabel('How many taps or toilets?').fill('2')
    await page.getByRole('combobox', { name: /^Customer on file/ }).fill('Charlotte Reid')
    await page.getByRole('option', { name: /Charlotte Reid/ }).click()
    await page.getByRole('button', { name: 'Next: Date & time' }).click()
    await page.locator('.fb-slot').first().click()
    await page.getByRole('button', { name: 'Create booking' }).click()

    await page.getByRole('heading', { name: /Charlotte Reid/ }).waitFor()
    await page.close()
  }, 120_000)
})

const dialogNamed = (page: Page, name: RegExp | string) => page.getByRole('dialog', { name })

describe.skipIf(!chromiumPath)('finding people from the unassigned tray (scenario 25)', () => {
  test('only those who can are offered, nearest first, the others with their reason; one is assigned', async () => {
    const story = await tellFinderStory(product)
    const page = await openPanel()
    await page.goto(`${product.url}/admin/dispatch?date=${story.date}`)
    const tray = page.getByRole('complementary', { name: /Unassigned/ })
    await tray.locator('.fb-slip__main').filter({ hasText: story.customer }).waitFor()
    await page.waitForLoadState('networkidle').catch(() => undefined)
    await tray.getByRole('button', { name: new RegExp(`Find & assign.*${story.customer}`) }).click()
    const drawer = dialogNamed(page, `Assign ${story.service}`)
    const offered = drawer.getByRole('button', { name: /^Assign to / })
    await offered.first().waitFor()
    expect(await offered.evaluateAll((all) => all.map((one) => one.ariaLabel))).toEqual(
      story.able.map((name) => `Assign to ${name}`),
    )

    await drawer.getByText(/Not offered, and why/).click()
    const reason = (name: string) =>
      drawer.locator('.fb-person').filter({ hasText: name }).first().textContent()
    expect(await reason(story.unskilled)).toContain('lacks Gas ticket')
    expect(await reason(story.elsewhere)).toContain('does not work in this area')
    await drawer.getByText(/Qualified but unavailable/).click()
    expect(await reason(story.off)).toContain('does not work')

    await drawer.getByRole('button', { name: 'Map' }).click()
    await drawer.locator('.fb-pin--here').waitFor()
    expect(await drawer.locator('.fb-pin--job').count()).toBe(1)
    await drawer.getByRole('button', { name: 'Timeline' }).click()
    expect(await drawer.locator('.fb-finder-line li strong').allTextContents()).toEqual([
      ...story.able,
      story.off,
    ])

    await drawer.getByRole('button', { name: `Why not ${story.unskilled}?` }).click()
    const why = dialogNamed(page, `Why not ${story.unskilled}?`)
    await why.getByRole('link', { name: `Open ${story.unskilled}` }).waitFor()
    expect(await why.textContent()).toContain('Give Una Unskilled the skill Gas ticket')
    expect(await why.textContent()).toContain(`With ${story.able[0]} instead`)
    await page.keyboard.press('Escape')
    await drawer.getByRole('button', { name: `Assign to ${story.able[0]}` }).click()
    await page
      .getByRole('region', { name: story.able[0], exact: true })
      .locator('.fb-slip__main')
      .filter({ hasText: story.customer })
      .waitFor()

    await findWithoutBooking(page, story)
    await page.close()
    const manager = await openPanel('henry')
    await addToBooking(manager, story)
    await manager.close()
  }, 240_000)
})

/** A colleague beside the visit, a later visit, another service, and one over somebody's hours. */
const addToBooking = async (page: Page, { booking, able, off, service }: FinderStory) => {
  await page.goto(`${product.url}/admin/collections/bookings/${booking}`)
  await page.waitForLoadState('networkidle').catch(() => undefined)
  await page.getByRole('button', { name: /^Add a fieldworker beside/ }).click()
  const crew = dialogNamed(page, 'Add a fieldworker')
  await crew.getByRole('radio', { name: new RegExp(able[1]) }).check()
  await crew.getByRole('button', { name: /^Add for/ }).click()
  await page.locator('.fb-visit').nth(1).waitFor()
  expect(await page.locator('.fb-visit').count()).toBe(2)

  await page.getByRole('button', { name: `Add a visit of ${service}` }).click()
  const later = dialogNamed(page, 'Add a visit')
  await later.locator('.fb-slot').first().click()
  await later.getByRole('radio', { name: new RegExp(off) }).check()
  await later.getByRole('button', { name: /^Add for/ }).click()
  const anyway = later.getByRole('group', { name: /over their hours/ })
  await anyway.getByLabel('Reason').fill('They offered to come early')
  await anyway.getByRole('button', { name: 'Assign anyway' }).click()
  await page.locator('.fb-visit').nth(2).waitFor()

  await page.getByRole('button', { name: 'Add a service' }).click()
  const more = dialogNamed(page, 'Add a service')
  await more.getByRole('combobox', { name: 'Service' }).selectOption({ index: 1 })
  await more.getByLabel(/Without a visit yet/).check()
  await more.getByRole('button', { name: 'Add', exact: true }).click()
  await page.getByText('No visit yet.').waitFor()

  await page.goto(`${product.url}/admin/collections/bookings/${booking}?tab=history`)
  const entry = page.locator('.fb-history li').filter({ hasText: 'They offered to come early' })
  expect((await entry.allTextContents()).join(' ')).toContain('Overridden')
}

/** The finder's own page, in its three views, and on to a new booking. */
const findWithoutBooking = async (page: Page, { date, able, service }: FinderStory) => {
  await page.goto(`${product.url}/admin/find-a-time?date=${date}`)
  await page.waitForLoadState('networkidle').catch(() => undefined)
  const select = page.getByRole('combobox', { name: 'Service' })
  const option = select.locator('option', { hasText: service })
  await select.selectOption((await option.getAttribute('value')) ?? '')
  await page.getByLabel('Postcode').fill('2899')
  await page.getByRole('link', { name: new RegExp(`^Book ${able[1]}`) }).waitFor()
  await page.getByRole('button', { name: 'Timeline' }).click()
  expect(await page.locator('.fb-finder-line li').count()).toBe(3)
  await page.getByRole('link', { name: new RegExp(`^Book ${able[1]}`) }).click()
  await page.getByRole('heading', { name: 'New booking' }).waitFor()
  await page.waitForLoadState('networkidle').catch(() => undefined)
  expect(await page.getByLabel('Postcode').inputValue()).toBe('2899')
  await page.getByLabel('Street').fill('1 Finder Street')
  await page.getByRole('button', { name: 'Next: Date & time' }).click()
  await page.locator('.fb-slot').first().waitFor()
  await page.getByRole('button', { name: 'Why is a time not offered?' }).click()
  const why = dialogNamed(page, 'Why not this time?')
  await why.getByLabel(/^Time/).fill('05:00')
  await why.getByText('is not offered').waitFor()
  await why
    .getByRole('button', { name: /^Take it:/ })
    .first()
    .click()
  await page.getByRole('button', { name: /Service & location/ }).click()
  await page.getByRole('button', { name: 'Add another service' }).click()
  await page.getByRole('group', { name: 'Further service 1' }).waitFor()
}

describe.skipIf(!chromiumPath)('several bookings at once', () => {
  test('are labelled and assigned to the best fit, with a result for each', async () => {
    const page = await openPanel('olivia')
    await page.goto(`${product.url}/admin/collections/bookings?tab=not-assigned`)
    await page.waitForLoadState('networkidle').catch(() => undefined)
    const rows = page.locator('.fb-bookings tbody tr')
    const tickTwo = async () => {
      for (const row of [rows.nth(0), rows.nth(1)]) await row.getByRole('checkbox').check()
    }
    const numbers = (await rows.locator('.fb-hint').allTextContents())
      .flatMap((text) => /^B-\d+/.exec(text)?.[0] ?? [])
      .slice(0, 2)

    await tickTwo()
    await page.getByRole('button', { name: 'Label…' }).click()
    const labels = dialogNamed(page, 'Label 2 bookings')
    await labels.getByRole('checkbox', { name: 'VIP' }).check()
    await labels.getByRole('button', { name: 'Put on' }).click()
    await page.getByText('2 of 2 done.').waitFor()
    await rows.nth(0).getByText(/VIP/).waitFor()
    await rows.nth(1).getByText(/VIP/).waitFor()

    await tickTwo()
    await page.getByRole('button', { name: 'Assign…' }).click()
    const assign = dialogNamed(page, 'Assign 2 bookings')
    await assign.getByRole('button', { name: /^Assign \d+ visits?$/ }).click()
    // Each visit is searched for on its own, one after another: on a busy machine that takes its time.
    await page.getByText('Results', { exact: true }).click({ timeout: 90_000 })
    const told = await page.locator('.fb-bulk__told li').allTextContents()
    expect(told.map((line) => line.split(' ')[0])).toEqual(numbers)
    for (const line of told)
      expect(line).toMatch(/Assigned to|Offer sent to|Offered to|No one else who can/)
    await page.close()
  }, 120_000)
})
