import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { launchBrowser, phone, visit } from './browser.ts'
import { startDemoProduct } from './demo-product.ts'
import { panelSession } from './panel-session.ts'
import type { Product } from './product.ts'

export type Message = {
  to: string
  subject: string
  text: string
  attachments: { filename: string; content: string }[]
}

/** The product, a browser, and the steps that the stories have in common. */
export type Journey = {
  product: Product
  browser: Browser
  /** What went wrong behind the pages opened here. */
  problems: string[]
  open: (options?: BrowserContextOptions) => Promise<Page>
  signIn: (page: Page, name: string) => Promise<void>
  /** An empty page of somebody who is signed in to the panel. */
  openPanel: (name: string) => Promise<Page>
  /** Books a tap repair as a guest. @returns the number of the booking */
  bookTap: (page: Page, guest: { name: string; email: string }) => Promise<string>
  /**
   * Opens a booking by its number, takes its visit off its person and asks the first who could do
   * it instead. @returns their login and a page of theirs on a phone, signed in
   */
  offerVisit: (
    panel: Page,
    booking: { number: string; customer: string },
  ) => Promise<{ login: string; worker: Page }>
  /** The newest message to an address about something, waited for; `panel` is a page of staff. */
  messageTo: (panel: Page, to: string, subject: RegExp) => Promise<Message>
  stop: () => Promise<void>
}

export const startJourney = async (start = startDemoProduct): Promise<Journey> => {
  const [product, browser] = await Promise.all([start(), launchBrowser()])
  const problems: string[] = []

  const open: Journey['open'] = async (options) => {
    const visitor = await visit(browser, options)
    visitor.page.on('close', () => problems.push(...visitor.problems))
    return visitor.page
  }

  const signIn: Journey['signIn'] = async (page, name) => {
    const { email, password } = product.login(name)
    await page.goto(`${product.url}/sign-in`)
    await page.getByText('Use a password instead').click()
    await page.fill('#password-email', email)
    await page.fill('[name=password]', password)
    await page.click('button[value=password]')
    await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'))
  }

  const offerVisit: Journey['offerVisit'] = async (panel, { number, customer }) => {
    await panel.goto(`${product.url}/admin/collections/bookings?tab=upcoming&q=${number}`)
    await panel.getByRole('link', { name: customer }).click()
    await panel.getByRole('heading', { name: new RegExp(customer) }).waitFor()
    await panel
      .getByRole('button', { name: /Find & assign|Change|Reassign/ })
      .first()
      .click()
    await panel.getByRole('button', { name: /off this visit/ }).click()
    await panel.getByRole('button', { name: 'Find & assign…' }).click()
    await panel.getByLabel('Ask to accept').check()
    const candidate = panel.locator('.fb-person button:enabled').first()
    const label = (await candidate.getAttribute('aria-label')) ?? ''
    const login = /to (\w+)/.exec(label)?.[1]?.toLowerCase() ?? ''
    await candidate.click()
    await panel.getByText('Awaiting answer').waitFor()
    const worker = await open(phone)
    await signIn(worker, login)
    return { login, worker }
  }

  return {
    product,
    browser,
    problems,
    open,
    signIn,
    offerVisit,
    openPanel: async (name) => {
      const storageState = await panelSession(product, browser, name)
      return open({ viewport: { width: 1280, height: 900 }, storageState })
    },
    bookTap: async (page, { name, email }) => {
      await page.goto(`${product.url}/book/tap-repair`)
      await page.fill('[name="address.line1"]', '12 King Street')
      await page.fill('[name="address.suburb"]', 'Newtown')
      await page.fill('[name="address.postcode"]', '2042')
      await page.click('button[value=times]')
      await page.getByText('Times are in').waitFor()
      await page.locator('input[name=start]').last().check({ force: true })
      // The page asks for the time to be held; it is itself again once the answer is there.
      await page.waitForLoadState('networkidle').catch(() => undefined)
      await page.fill('[name="customer.name"]', name)
      await page.fill('[name="customer.email"]', email)
      await page.fill('[name="answers.count"]', '2')
      await page.locator('button[value=book]').last().click()
      await page.waitForURL(/\/booked\//)
      return page.url().split('/').at(-1) ?? ''
    },
    messageTo: async (panel, to, subject) => {
      for (let tries = 0; tries < 60; tries++) {
        const answer = await panel.request.get(
          `${product.url}/api/outbox-messages?limit=50&sort=-createdAt`,
          { headers: { origin: product.url } },
        )
        const { docs } = (await answer.json()) as { docs: Message[] }
        const found = docs.find(
          (message) => message.to.includes(to) && subject.test(message.subject),
        )
        if (found) return found
        await panel.waitForTimeout(500)
      }
      throw new Error(`No message for ${to} about ${subject}.`)
    },
    stop: async () => {
      await browser.close()
      await product.stop()
    },
  }
}
