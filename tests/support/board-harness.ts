import type { Browser, Locator, Page } from 'playwright-core'
import { type Booked, bookVisits } from './board-stories.ts'
import { launchBrowser, visit } from './browser.ts'
import { startDemoProduct } from './demo-product.ts'
import { panelSession } from './panel-session.ts'
import type { Product } from './product.ts'

export type BoardHarness = {
  product: Product
  booked: Booked
  /** What went wrong behind the pages that were closed. */
  problems: string[]
  /** A page of the panel with somebody of the office signed in: the dispatcher, unless named. */
  openPanel: (options?: Parameters<typeof visit>[1], as?: 'grace' | 'henry') => Promise<Page>
  /** The board of the booked day, listening. */
  openBoard: (page: Page) => Promise<void>
  stop: () => Promise<void>
}

/** A product of its own with visits for the board, and a browser. */
export const startBoardHarness = async (): Promise<BoardHarness> => {
  const [product, browser]: [Product, Browser] = await Promise.all([
    startDemoProduct(),
    launchBrowser(),
  ])
  const booked = await bookVisits(product)
  const problems: string[] = []
  return {
    product,
    booked,
    problems,
    openPanel: async (options, as = 'grace') => {
      const storageState = await panelSession(product, browser, as)
      const shown = options ?? { viewport: { width: 1440, height: 900 } }
      const visitor = await visit(browser, { ...shown, storageState })
      visitor.page.on('close', () => problems.push(...visitor.problems))
      return visitor.page
    },
    openBoard: async (page) => {
      await page.goto(`${product.url}/admin/dispatch?date=${booked.date}`)
      await page.getByRole('heading', { name: 'Dispatch' }).waitFor()
      // The board listens once it is in the browser.
      await page.locator('.fb-slip').first().waitFor()
      await page.waitForLoadState('networkidle').catch(() => undefined)
    },
    stop: async () => {
      await browser.close()
      await product.stop()
    },
  }
}

export const rowOf = (page: Page, name: string) => page.getByRole('region', { name, exact: true })
export const cardIn = (place: Locator, customer: string) =>
  place.locator('.fb-slip__main').filter({ hasText: customer })
export const tray = (page: Page) => page.getByRole('complementary', { name: /Unassigned/ })

export const drag = async (page: Page, from: Locator, to: { x: number; y: number }) => {
  const box = await from.boundingBox()
  if (!box) throw new Error('There is nothing to drag.')
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  await page.mouse.down()
  await page.mouse.move(to.x - 20, to.y - 4, { steps: 6 })
  await page.mouse.move(to.x, to.y, { steps: 6 })
  await page.mouse.up()
}

export const middleOf = async (place: Locator) => {
  await place.scrollIntoViewIfNeeded()
  const box = await place.boundingBox()
  if (!box) throw new Error('It is not on the page.')
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

/** Drags the card by so many hours along the day of its row. */
export const dragAlong = async (
  page: Page,
  row: Locator,
  { card, hours }: { card: Locator; hours: number },
) => {
  // In the middle, so that there is room for the drag on either side of it.
  await card.evaluate((one) => one.scrollIntoView({ block: 'center', inline: 'center' }))
  const track = await row.locator('.fb-track').boundingBox()
  const shown = await page.locator('.fb-lineup__hours span').count()
  const from = await middleOf(card)
  await drag(page, card, { x: from.x + ((track?.width ?? 0) / shown) * hours, y: from.y })
}

export const newsOn = (page: Page) =>
  page.getByRole('status', { name: 'What others change' }).locator('a')
export const saidOn = (page: Page) => page.locator('#board-said')
