import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chromiumPath, phone } from '../support/browser.ts'
import { type Journey, startJourney } from '../support/journey.ts'
import { startProduct } from '../support/product.ts'
import { seriousFaults } from '../support/serious-faults.ts'
import { widgetStories } from '../support/widget-stories.ts'

let journey: Journey
const at = (path: string) => `${journey.product.url}${path}`

beforeAll(async () => {
  // A first start: one of the stories is about what that prints.
  if (chromiumPath) journey = await startJourney(startProduct)
}, 600_000)
afterAll(() => journey?.stop())

/** What a finger can hardly hit: controls less than 24 px high or wide (UX 16A). */
const smallTargets = () =>
  [...document.querySelectorAll('a[href], button, summary, select, input:not([type=hidden])')]
    .map((target) => ({ target, box: target.getBoundingClientRect() }))
    .filter(({ box }) => box.width > 0 && (box.width < 24 || box.height < 24))
    .map(({ target }) => `small: ${target.outerHTML.slice(0, 80)}`)

describe.skipIf(!chromiumPath)('a customer', () => {
  test('books by keyboard only', async () => {
    const page = await journey.open()
    await page.goto(at('/book/tap-repair'))
    const tabTo = async (selector: string) => {
      for (let tries = 0; tries < 120; tries++) {
        await page.keyboard.press('Tab')
        if (await page.evaluate((of) => document.activeElement?.matches(of), selector)) return
      }
      throw new Error(`Tab never reaches ${selector}.`)
    }
    const type = async (selector: string, text: string) => {
      await tabTo(selector)
      await page.keyboard.type(text)
    }
    await type('[name="address.line1"]', '3 Church Street')
    await type('[name="address.suburb"]', 'Newtown')
    await type('[name="address.postcode"]', '2042')
    await tabTo('button[value=times]')
    await page.keyboard.press('Enter')
    await page.getByText('Times are in').waitFor()
    await page.locator('#when').focus()
    await tabTo('input[name=start]')
    await page.keyboard.press('Space')
    await type('[name="customer.name"]', 'Kay Board')
    await type('[name="customer.email"]', 'kay@guest.example')
    await type('[name="answers.count"]', '1')
    await tabTo('button[data-book]')
    await page.keyboard.press('Enter')

    await page.waitForURL(/\/booked\//)
    const number = page.url().split('/').at(-1)
    const panel = await journey.openPanel('grace')
    const options = { headers: { origin: journey.product.url }, data: {} }
    const visits = await panel.request.get(
      at(`/api/appointments?where[booking.number][equals]=${number}`),
      options,
    )
    const [visit] = ((await visits.json()) as { docs: { id: string }[] }).docs
    const accepted = await panel.request.post(at(`/api/appointments/${visit?.id}/accept`), options)
    expect(accepted.status()).toBe(200)
    const mail = await journey.messageTo(panel, 'kay@guest.example', /^Confirmed/)
    const [invite] = mail.attachments
    const text = invite?.content ?? ''
    expect(invite?.filename).toBe('booking.ics')
    expect(text).toMatch(/^BEGIN:VCALENDAR\r\n/)
    expect(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true)
  }, 120_000)

  test('keeps the chosen time from everyone else until the page is left', async () => {
    const look = async () => {
      const page = await journey.open()
      await page.goto(at('/book/tap-repair'))
      await page.fill('[name="address.postcode"]', '2042')
      await page.click('button[value=times]')
      await page.getByText('Times are in').waitFor()
      return page
    }
    const [first, second] = [await look(), await look()]
    const last = first.locator('input[name=start]').last()
    const start = (await last.getAttribute('value')) ?? ''
    const free = Number.parseInt(await first.locator('.slot label span').last().innerText(), 10)
    for (let person = 1; person < free; person++) {
      const held = await first.request.post(at('/api/app/holds'), {
        headers: { 'x-forwarded-for': `10.7.0.${person}`, origin: journey.product.url },
        data: { service: 'tap-repair', postcode: '2042', start },
      })
      expect(held.status()).toBe(201)
    }
    const own = (page: typeof first) => page.locator(`input[name=start][value="${start}"]`)

    await own(first).check({ force: true })
    await first.locator('[data-kept-words]', { hasText: 'is reserved for you until' }).waitFor()
    await first.getByText('min left').waitFor()
    await second.fill('[name="customer.name"]', 'Too Late')
    await own(second).check({ force: true })
    await second.getByText('These times are still free.').waitFor()
    expect(await own(second).count()).toBe(0)
    expect(await second.locator('[role=alert] input[name=start]').count()).toBe(3)
    expect(await second.inputValue('[name="customer.name"]')).toBe('Too Late')

    await first.locator('button.day[aria-pressed=true]').click()
    await first.waitForResponse(/book\/tap-repair/)
    expect(await own(first).isChecked()).toBe(true)
    await first.getByRole('button', { name: 'Later' }).click()
    await first.getByText('your choice').waitFor()
    expect(await own(first).isChecked()).toBe(true)
    await first.locator('[data-kept-words]', { hasText: 'is reserved for you until' }).waitFor()

    await first.goto(at('/privacy'))
    await own(await look()).waitFor({ state: 'attached' })
  }, 120_000)

  test('outside every area, and for work on request, sees what to do instead', async () => {
    const page = await journey.open()
    await page.goto(at('/book/tap-repair'))
    await page.fill('[name="address.line1"]', '1 Far Road')
    await page.fill('[name="address.suburb"]', 'Broome')
    await page.fill('[name="address.postcode"]', '6725')
    await page.click('button[value=times]')
    await page
      .getByText(/2042|6725|area|postcode/i)
      .filter({ visible: true })
      .first()
      .waitFor()
    expect(await page.inputValue('[name="address.suburb"]')).toBe('Broome')
    expect(await page.locator('input[name=start]').count()).toBe(0)

    await page.goto(at('/book'))
    await page.locator('.tile', { hasText: 'On request' }).getByRole('link').first().click()
    await page.getByText('How to ask for it').waitFor()
  }, 60_000)

  test('signs in by a mailed link, and cancels with the cost shown and a comment', async () => {
    const { email } = journey.product.login('charlotte')
    const page = await journey.open()
    await page.goto(at('/sign-in'))
    await page.fill('[name=email]', email)
    await page.click('button[value=link]')
    await page.getByText('Check your inbox').waitFor()
    const panel = await journey.openPanel('olivia')
    const mail = await journey.messageTo(panel, email, /^Your link/)
    await page.goto(/https?:\/\/\S+\/enter\/[\w-]+/.exec(mail.text)?.[0] ?? '')
    await page.getByRole('button', { name: /^Sign in to/ }).click()
    await page.waitForURL(/\/my/)

    await page.goto(at('/book/tap-repair'))
    await page.fill('[name="address.line1"]', '12 King Street')
    await page.fill('[name="address.suburb"]', 'Newtown')
    await page.fill('[name="address.postcode"]', '2042')
    await page.click('button[value=times]')
    await page.locator('input[name=start]').first().check({ force: true })
    await page.fill('[name="answers.count"]', '1')
    await page.locator('button[data-book]').click()
    await page.waitForURL(/\/booked\//)
    const number = page.url().split('/').at(-1) ?? ''
    await page.goto(at('/my'))
    await page.locator('article, li, a', { hasText: number }).getByRole('link').first().click()
    await page.getByText('Cancel booking').click()
    await page.getByText('Cancelling now costs').waitFor()
    await page.click('button[value=cancel]')
    await page.locator('.field-error, [role=alert]').first().waitFor()
    await page.fill('[name=comment]', 'The tap stopped dripping')
    await page.click('button[value=cancel]')
    await page.getByRole('link', { name: 'Schedule an appointment' }).waitFor()
  }, 120_000)

  test('sees pages without a serious fault, on a desk and on a phone', async () => {
    const faults: Record<string, string[]> = {}
    for (const options of [undefined, phone]) {
      const page = await journey.open(options)
      const look = async (path: string) => {
        await page.goto(at(path))
        faults[`${path} ${options ? 'phone' : 'desk'}`] = [
          ...(await seriousFaults(page)),
          ...(await page.evaluate(() =>
            document.documentElement.scrollWidth > innerWidth + 1 ? ['scrolls sideways'] : [],
          )),
          ...(path.startsWith('/field') ? await page.evaluate(smallTargets) : []),
        ]
      }
      for (const path of ['/', '/book', '/book/tap-repair', '/sign-in', '/privacy', '/nowhere']) {
        await look(path)
      }
      await journey.signIn(page, 'isla')
      await look('/my')
      await page.context().clearCookies()
      await journey.signIn(page, 'liam')
      for (const path of ['/field', '/field/visits', '/field/notifications']) await look(path)
    }
    expect(Object.entries(faults).filter(([, found]) => found.length > 0)).toEqual([])
  }, 120_000)
})

describe.skipIf(!chromiumPath)('a fieldworker on a phone', () => {
  test('declines with a reason, and the office sees who and why', async () => {
    const customer = await journey.open()
    const number = await journey.bookTap(customer, { name: 'Di Cline', email: 'di@guest.example' })
    const panel = await journey.openPanel('grace')
    const { worker } = await journey.offerVisit(panel, { number, customer: 'Di Cline' })
    const offer = worker.locator('article', { hasText: number })
    await offer.getByText('Decline', { exact: true }).click()
    await offer.getByRole('button', { name: 'Decline this visit' }).click()
    await worker.getByText('Add a reason so the office').waitFor()
    await worker.locator('article', { hasText: number }).locator('textarea').fill('Van in repair')
    await worker.getByRole('button', { name: 'Decline this visit' }).click()
    await worker.getByText('Declined. We’ve let the office know.').waitFor()

    await panel.goto(at(`/admin/collections/bookings?tab=declined&q=${number}`))
    await panel.getByRole('link', { name: 'Di Cline' }).click()
    const visits = panel.locator('main')
    await visits
      .getByText(/Declined by Liam/)
      .filter({ visible: true })
      .first()
      .waitFor()
    await visits.getByText('Van in repair').filter({ visible: true }).first().waitFor()
  }, 180_000)

  test('reports being on the way, starting and finishing', async () => {
    const panel = await journey.openPanel('grace')
    const answer = await panel.request.get(
      at('/api/appointments?limit=100&depth=1&where[status][equals]=confirmed&sort=start'),
      { headers: { origin: journey.product.url } },
    )
    type Row = { id: string; progress: string; fieldworker: { name: string } | null }
    const { docs } = (await answer.json()) as { docs: Row[] }
    const row = docs.find(
      ({ progress, fieldworker }) =>
        progress === 'not_started' &&
        fieldworker &&
        journey.product.login(fieldworker.name.split(' ')[0]?.toLowerCase() ?? '').email,
    )
    const worker = await journey.open(phone)
    await journey.signIn(worker, row?.fieldworker?.name.split(' ')[0]?.toLowerCase() ?? '')
    await worker.goto(at(`/field/visits/${row?.id}`))
    await worker.getByRole('button', { name: 'On my way' }).click()
    await worker.getByRole('button', { name: 'Start' }).click()
    await worker.getByText('Started').waitFor()
    await worker.fill('textarea[name=notes]', 'New washer in the tap')
    await worker.getByRole('button', { name: 'Finish' }).click()
    await worker.getByText('New washer in the tap').filter({ visible: true }).first().waitFor()
    await worker.getByRole('term').filter({ hasText: 'Finished' }).waitFor()
  }, 90_000)
})

describe.skipIf(!chromiumPath)('a customer on another website', () => {
  widgetStories(() => journey)
})

describe.skipIf(!chromiumPath)('whoever started the product', () => {
  test('enters the panel by the printed link, once', async () => {
    const link = journey.product.enterLink()
    const page = await journey.open()
    await page.goto(link)
    await page.getByRole('button', { name: /^Sign in to/ }).click()
    await page.waitForURL(/\/admin/)
    await page.getByRole('heading', { level: 1 }).first().waitFor()

    const again = await journey.open()
    await again.goto(link)
    await again.getByRole('button', { name: /^Sign in to/ }).click()
    await again.getByText('This link no longer works').waitFor()
  }, 60_000)

  test('finds nothing wrong behind the pages', () => {
    expect(journey.problems).toEqual([])
  })
})
