import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  type BoardHarness,
  cardIn,
  drag,
  middleOf,
  newsOn,
  rowOf,
  saidOn,
  startBoardHarness,
  tray,
} from '../support/board-harness.ts'
import { chromiumPath } from '../support/browser.ts'

let harness: BoardHarness

beforeAll(async () => {
  if (chromiumPath) harness = await startBoardHarness()
}, 600_000)
afterAll(() => harness?.stop())

describe.skipIf(!chromiumPath)('the dispatch board', () => {
  test('another browser sees a move within two seconds, without a reload, and hears of it', async () => {
    const mover = await harness.openPanel()
    const watcher = await harness.openPanel()
    await harness.openBoard(mover)
    await harness.openBoard(watcher)
    const card = cardIn(tray(mover), 'Seen Elsewhere')
    await drag(mover, card, await middleOf(rowOf(mover, harness.booked.free).locator('.fb-track')))
    await mover.getByRole('button', { name: 'Undo' }).waitFor()
    const saved = Date.now()
    await cardIn(rowOf(watcher, harness.booked.free), 'Seen Elsewhere').waitFor()
    expect(Date.now() - saved).toBeLessThan(2000)
    await expect.poll(() => saidOn(watcher).textContent()).toMatch(/^Changed: /)
    await newsOn(watcher).filter({ hasText: 'Seen Elsewhere' }).waitFor()
    expect(await newsOn(mover).count()).toBe(0)
    await Promise.all([mover.close(), watcher.close()])
  })
})

describe.skipIf(!chromiumPath)('the calendar', () => {
  test('follows a change made elsewhere without a reload, and says so in one line that can be sent away', async () => {
    const page = await harness.openPanel()
    await page.goto(
      `${harness.product.url}/admin/calendar?view=timeGridDay&date=${harness.booked.date}`,
    )
    await page.locator('.fb-event').filter({ hasText: 'Busy Already' }).waitFor()
    await harness.booked.bookAnother('Fresh Arrival')
    await page.locator('.fb-event').filter({ hasText: 'Fresh Arrival' }).waitFor({ timeout: 4000 })
    const told = newsOn(page).filter({ hasText: 'Fresh Arrival' })
    await told.waitFor()
    expect(await told.textContent()).toMatch(/^New booking .*3:00 pm AEDT/)
    await page.getByRole('button', { name: 'Dismiss the news' }).click()
    await told.waitFor({ state: 'detached' })
    await page.close()
  })

  test('nothing went wrong behind the pages', () => {
    expect(harness.problems).toEqual([])
  })
})
