import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bookVisits, type Booked } from '../support/board-stories.ts'
import { chromiumPath, launchBrowser, phone, visit } from '../support/browser.ts'
import { type Product, startProduct } from '../support/product.ts'

let product: Product
let browser: Browser
let booked: Booked

beforeAll(async () => {
  if (!chromiumPath) return
  ;[product, browser] = await Promise.all([startProduct(), launchBrowser()])
  booked = await bookVisits(product)
}, 600_000)
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

const problems: string[] = []

const openPanel = async (options?: Parameters<typeof visit>[1]): Promise<Page> => {
  const visitor = await visit(browser, options ?? { viewport: { width: 1440, height: 900 } })
  visitor.page.on('close', () => problems.push(...visitor.problems))
  const { email, password } = product.login('grace')
  await visitor.page.goto(`${product.url}/admin/login`)
  await visitor.page.fill('#field-email', email)
  await visitor.page.fill('#field-password', password)
  await visitor.page.click('button[type=submit]')
  await visitor.page.waitForURL(/\/admin\/?$/)
  return visitor.page
}

const openBoard = async (page: Page) => {
  await page.goto(`${product.url}/admin/dispatch?date=${booked.date}`)
  await page.getByRole('heading', { name: 'Dispatch' }).waitFor()
  // The board listens once it is in the browser.
  await page.locator('.fb-slip').first().waitFor()
  await page.waitForLoadState('networkidle').catch(() => undefined)
}

const rowOf = (page: Page, name: string) => page.getByRole('region', { name, exact: true })
const cardIn = (place: Locator, customer: string) =>
  place.locator('.fb-slip__main').filter({ hasText: customer })
const tray = (page: Page) => page.getByRole('complementary', { name: /Unassigned/ })

const drag = async (page: Page, from: Locator, to: { x: number; y: number }) => {
  const box = await from.boundingBox()
  if (!box) throw new Error('There is nothing to drag.')
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  await page.mouse.down()
  await page.mouse.move(to.x - 20, to.y - 4, { steps: 6 })
  await page.mouse.move(to.x, to.y, { steps: 6 })
  await page.mouse.up()
}

const middleOf = async (place: Locator) => {
  await place.scrollIntoViewIfNeeded()
  const box = await place.boundingBox()
  if (!box) throw new Error('It is not on the page.')
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

const newsOn = (page: Page) => page.getByRole('status', { name: 'What others change' }).locator('a')
const saidOn = (page: Page) => page.locator('#board-said')

describe.skipIf(!chromiumPath)('the dispatch board', () => {
  test('a visit dragged by mouse from the tray into a row is saved and survives a reload', async () => {
    const page = await openPanel()
    await openBoard(page)
    const card = cardIn(tray(page), 'Tray Mouse')
    await drag(page, card, await middleOf(rowOf(page, booked.free).locator('.fb-track')))
    await page.getByRole('button', { name: 'Undo' }).waitFor()
    await page.reload()
    await cardIn(rowOf(page, booked.free), 'Tray Mouse').waitFor()
    expect(await cardIn(tray(page), 'Tray Mouse').count()).toBe(0)
    await page.close()
  })

  test('the same by keyboard alone, each step said aloud', async () => {
    const page = await openPanel()
    await openBoard(page)
    const card = cardIn(tray(page), 'Tray Keys')
    await card.focus()
    const people = await page.locator('.fb-lineup__row h3').allTextContents()
    const steps = people.indexOf(booked.free) + 1
    for (let step = 0; step < steps; step += 1) await page.keyboard.press('Alt+ArrowDown')
    expect(await saidOn(page).textContent()).toContain(`${booked.free}, 2:00 pm`)
    await page.keyboard.press('Enter')
    await cardIn(rowOf(page, booked.free), 'Tray Keys').waitFor()
    await expect.poll(() => saidOn(page).textContent()).toMatch(/^(Moved|Changed)/)
    await page.reload()
    await cardIn(rowOf(page, booked.free), 'Tray Keys').waitFor()
    await page.close()
  })

  test('a move onto a busy person is refused with the name, the time and the visit', async () => {
    const page = await openPanel()
    await openBoard(page)
    const card = cardIn(tray(page), 'Tray Clash')
    await drag(page, card, await middleOf(rowOf(page, booked.busy).locator('.fb-track')))
    const alert = page.locator('.fb-refusal[role=alert]')
    await alert.waitFor()
    const words = await alert.textContent()
    expect(words).toContain(`${booked.busy} is busy 9:00–10:00 am`)
    expect(words).toContain('for Busy Already')
    await cardIn(tray(page), 'Tray Clash').waitFor()
    await page.close()
  })

  test('undo puts a moved visit back, and nobody was told', async () => {
    const page = await openPanel()
    await openBoard(page)
    const row = rowOf(page, booked.busy)
    const card = cardIn(row, 'Move And Back')
    const to = await middleOf(rowOf(page, booked.free).locator('.fb-track'))
    const from = await middleOf(card)
    await drag(page, card, { x: from.x, y: to.y })
    await cardIn(rowOf(page, booked.free), 'Move And Back').waitFor()
    await page.getByRole('button', { name: 'Undo' }).waitFor()
    const back = page.waitForResponse(/\/assign$/)
    await page.getByRole('button', { name: 'Undo' }).click()
    expect((await back).status()).toBe(200)
    await cardIn(row, 'Move And Back').waitFor()
    await page.reload()
    await cardIn(row, 'Move And Back').waitFor()
    expect(await booked.messagesSent('Move And Back')).toEqual([])
    await page.close()
  })

  test('a drag along the day changes the time, on the half hour dropped at', async () => {
    const page = await openPanel()
    await openBoard(page)
    const row = rowOf(page, booked.busy)
    const card = cardIn(row, 'Later Please')
    const before = (await card.textContent()) ?? ''
    expect(before).toContain('12:00–1:00 pm')
    const track = await row.locator('.fb-track').boundingBox()
    const hours = await page.locator('.fb-lineup__hours span').count()
    const from = await middleOf(card)
    await drag(page, card, { x: from.x + ((track?.width ?? 0) / hours) * 1.5, y: from.y })
    await cardIn(row, 'Later Please').filter({ hasText: '1:30–2:30 pm' }).waitFor()
    await page.getByRole('button', { name: 'Undo' }).waitFor()
    await page.reload()
    await cardIn(row, 'Later Please').filter({ hasText: '1:30–2:30 pm' }).waitFor()
    await page.close()
  })

  test('keys move the end and the start of a visit, said aloud; letters can be turned off', async () => {
    const page = await openPanel()
    await openBoard(page)
    const row = rowOf(page, booked.busy)
    await cardIn(row, 'Later Please').focus()
    await page.keyboard.press('Alt+Shift+ArrowUp')
    await page.keyboard.press('Alt+PageUp')
    await page.keyboard.press('Alt+PageUp')
    expect(await saidOn(page).textContent()).toContain('1:00–2:15 pm, 1 h 15')
    await page.keyboard.press('Enter')
    await cardIn(row, 'Later Please').filter({ hasText: '1:00–2:15 pm' }).waitFor()
    await page.getByRole('button', { name: 'Undo' }).waitFor()

    await page.keyboard.press('?')
    await page.getByText('Let it end 15 minutes earlier or later').waitFor()
    await page.getByLabel('Single-letter keys are on').uncheck()
    await page.keyboard.press('Escape')
    await page.keyboard.press('n')
    await page.keyboard.press('?')
    expect(await page.getByRole('dialog').count()).toBe(0)
    expect(page.url()).toContain('/admin/dispatch')
    await page.close()
  })

  test('another browser sees a move within two seconds, without a reload, and hears of it', async () => {
    const mover = await openPanel()
    const watcher = await openPanel()
    await openBoard(mover)
    await openBoard(watcher)
    const card = cardIn(tray(mover), 'Seen Elsewhere')
    await drag(mover, card, await middleOf(rowOf(mover, booked.free).locator('.fb-track')))
    await mover.getByRole('button', { name: 'Undo' }).waitFor()
    const saved = Date.now()
    await cardIn(rowOf(watcher, booked.free), 'Seen Elsewhere').waitFor()
    expect(Date.now() - saved).toBeLessThan(2000)
    await expect.poll(() => saidOn(watcher).textContent()).toMatch(/^Changed: /)
    await newsOn(watcher).filter({ hasText: 'Seen Elsewhere' }).waitFor()
    expect(await newsOn(mover).count()).toBe(0)
    await Promise.all([mover.close(), watcher.close()])
  })

  test('a form moves visits too, and the drawer finds somebody', async () => {
    const page = await openPanel(phone)
    await openBoard(page)
    await tray(page)
      .getByRole('button', { name: /Find & assign.*Tray Clash/ })
      .click()
    await page.getByRole('button', { name: `Assign to ${booked.free}` }).click()
    await cardIn(rowOf(page, booked.free), 'Tray Clash').waitFor()
    await cardIn(rowOf(page, booked.free), 'Tray Clash').click()
    await page.getByRole('button', { name: 'Move to…' }).click()
    await page.getByLabel('Fieldworker').selectOption({ label: 'Nobody yet' })
    await page.getByRole('button', { name: 'Move', exact: true }).click()
    await cardIn(tray(page), 'Tray Clash').waitFor()
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(width).toBeLessThanOrEqual(390)
    await page.close()
  })

  test('a finger drags a visit by its grip on a tablet', async () => {
    const page = await openPanel({ viewport: { width: 1180, height: 820 }, hasTouch: true })
    await openBoard(page)
    const card = tray(page).locator('.fb-slip').filter({ hasText: 'Tray Clash' })
    const track = rowOf(page, booked.free).locator('.fb-track')
    await track.scrollIntoViewIfNeeded()
    const start = await middleOf(card.locator('.fb-slip__grip'))
    const to = await middleOf(track)
    const finger = await page.context().newCDPSession(page)
    const touch = (type: 'touchEnd' | 'touchMove' | 'touchStart', at?: { x: number; y: number }) =>
      finger.send('Input.dispatchTouchEvent', { type, touchPoints: at ? [at] : [] })
    await touch('touchStart', start)
    for (const share of [0.2, 0.5, 0.8, 1]) {
      const x = start.x + (to.x - start.x) * share
      await touch('touchMove', { x, y: start.y + (to.y - start.y) * share })
    }
    await touch('touchEnd')
    await page.getByRole('button', { name: 'Undo' }).waitFor()
    await cardIn(rowOf(page, booked.free), 'Tray Clash').waitFor()
    await page.close()
  })
})

describe.skipIf(!chromiumPath)('what dispatch must know', () => {
  test('each tab is counted in a row, and leads to its bookings', async () => {
    const page = await openPanel()
    await openBoard(page)
    const counts = page.getByRole('navigation', { name: 'Bookings by what is needed next' })
    await counts.getByRole('link', { name: /Not assigned \d+/ }).click()
    await page.waitForURL(/tab=not-assigned/)
    await page.close()
  })

  test('a visit that an absence now covers is marked and listed with its reason', async () => {
    const page = await openPanel()
    await openBoard(page)
    await booked.away('09:15', '09:45')
    const conflicts = page.getByRole('region', { name: /Conflicts/ })
    await conflicts.getByText(`${booked.busy} is away 9:15–9:45 am AEDT: Dentist.`).waitFor()
    await cardIn(rowOf(page, booked.busy), 'Busy Already').getByText('Away then').waitFor()
    await conflicts.getByRole('button', { name: /Find & assign.*Busy Already/ }).waitFor()
    await page.close()
  })
})

describe.skipIf(!chromiumPath)('the map and the plan of a day', () => {
  test('the map shows visits and ways and asks no other server for anything', async () => {
    const page = await openPanel()
    const foreign: string[] = []
    page.on('request', (request) => {
      if (!request.url().startsWith(product.url)) foreign.push(request.url())
    })
    await page.goto(`${product.url}/admin/dispatch?view=map`)
    await page.locator('.fb-pin').first().waitFor()
    await page.locator('.leaflet-control-scale').waitFor()
    expect(await page.locator('.fb-map__list .fb-slip').count()).toBeGreaterThan(0)
    expect(foreign.filter((url) => !url.startsWith('data:'))).toEqual([])
    await page.close()
  })

  test('a plan is proposed with before and after, and changes nothing when it is dropped', async () => {
    const page = await openPanel()
    await openBoard(page)
    const before = await page.locator('.fb-lineup .fb-slip__main').allTextContents()
    await page.getByRole('button', { name: 'Plan the day' }).click()
    await page.getByLabel('Search for').selectOption('3')
    await page.getByRole('button', { name: 'Find a plan' }).click()
    await page.getByRole('progressbar').waitFor()
    await page.getByRole('button', { name: 'Stop and discard' }).waitFor()
    await page.getByText('The best plan found').waitFor()
    await page.getByRole('rowheader', { name: 'Driving' }).waitFor()
    await page.getByRole('button', { name: 'Discard' }).click()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    expect(await page.locator('.fb-lineup .fb-slip__main').allTextContents()).toEqual(before)
    await page.close()
  })
})

describe.skipIf(!chromiumPath)('the calendar', () => {
  test('shows the day’s visits, filters at once, and opens one with its valid moves', async () => {
    const page = await openPanel()
    await page.goto(`${product.url}/admin/calendar?view=timeGridDay&date=${booked.date}`)
    const event = page.locator('.fb-event').filter({ hasText: 'Busy Already' })
    await event.waitFor()
    await page.getByLabel('Fieldworker').selectOption({ label: booked.free })
    await event.waitFor({ state: 'detached' })
    expect(page.url()).toContain('person=')
    await page.getByRole('button', { name: 'Clear' }).click()
    await event.click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('Busy Already').first().waitFor()
    await dialog.getByRole('button', { name: /Cancel/ }).waitFor()
    expect(await dialog.getByRole('button', { name: /Complete/ }).count()).toBe(0)
    await page.close()
  })

  test('reschedules from its dialog, and takes it back', async () => {
    const page = await openPanel()
    await page.goto(`${product.url}/admin/calendar?view=timeGridDay&date=${booked.date}`)
    // What was moved away stays on the calendar as rescheduled.
    const event = page.locator('.fb-event--confirmed').filter({ hasText: 'Move And Back' })
    await event.click()
    await page.getByRole('button', { name: 'Reschedule…' }).click()
    await page.getByLabel(/Starts/).fill('15:00')
    await page.getByRole('button', { name: 'Move', exact: true }).click()
    await page.getByRole('button', { name: 'Undo' }).waitFor()
    await event.filter({ hasText: '3:00' }).waitFor()
    await page.getByRole('button', { name: 'Undo' }).click()
    await event.filter({ hasText: '7:30' }).waitFor()
    expect(await booked.messagesSent('Move And Back')).toEqual([])
    await page.close()
  })

  test('follows a change made elsewhere without a reload, and says so in one line that can be sent away', async () => {
    const page = await openPanel()
    await page.goto(`${product.url}/admin/calendar?view=timeGridDay&date=${booked.date}`)
    await page.locator('.fb-event').filter({ hasText: 'Busy Already' }).waitFor()
    await booked.bookAnother('Fresh Arrival')
    await page.locator('.fb-event').filter({ hasText: 'Fresh Arrival' }).waitFor({ timeout: 4000 })
    const told = newsOn(page).filter({ hasText: 'Fresh Arrival' })
    await told.waitFor()
    expect(await told.textContent()).toMatch(/^New booking .*3:00 pm AEDT/)
    await page.getByRole('button', { name: 'Dismiss the news' }).click()
    await told.waitFor({ state: 'detached' })
    await page.close()
  })
})

describe.skipIf(!chromiumPath)('a plan that is applied', () => {
  const findPlan = async (page: Page) => {
    await page.getByRole('button', { name: 'Plan the day' }).click()
    await page.getByLabel('Search for').selectOption('3')
    await page.getByRole('button', { name: 'Find a plan' }).click()
    await page.getByText('The best plan found').waitFor()
  }

  test('is refused in words when the day has changed since, and can be asked for again', async () => {
    await booked.bookOpen('Plan Me', '11:00')
    const page = await openPanel()
    await openBoard(page)
    await findPlan(page)
    await booked.assignElsewhere('Plan Me', 'busy')
    await page.getByRole('button', { name: /^Apply \d+ change/ }).click()
    await page.getByText('The day has changed since these routes were proposed').waitFor()
    const changed = page.getByRole('list', { name: 'Changed since the plan was made' })
    expect(await changed.getByRole('listitem').count()).toBe(1)
    await page.getByRole('button', { name: 'Plan again' }).click()
    await page.getByRole('button', { name: 'Find a plan' }).waitFor()
    await page.close()
  })

  test('gives the day’s open visits to people, and the board shows it', async () => {
    await booked.assignElsewhere('Plan Me', 'nobody')
    const page = await openPanel()
    await openBoard(page)
    await cardIn(tray(page), 'Plan Me').waitFor()
    await findPlan(page)
    await page.getByText('from nobody').waitFor()
    await page.getByRole('button', { name: /^Apply \d+ change/ }).click()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await cardIn(page.locator('.fb-lineup'), 'Plan Me').waitFor()
    expect(await cardIn(tray(page), 'Plan Me').count()).toBe(0)
    await page.close()
  })
})

describe.skipIf(!chromiumPath)('a server that is stopped', () => {
  test('goes within five seconds while boards listen; they say so, and go on by themselves', async () => {
    const pages = await Promise.all([openPanel(), openPanel()])
    for (const page of pages) await openBoard(page)
    const stoppedAt = Date.now()
    await product.quit()
    expect(Date.now() - stoppedAt).toBeLessThan(5000)
    for (const page of pages) await page.getByText('Offline.').waitFor()
    await product.restart()
    for (const page of pages)
      await page.getByText('Offline.').waitFor({ state: 'detached', timeout: 30_000 })
    const [mover, watcher] = pages
    await cardIn(mover.locator('.fb-lineup'), 'Later Please').focus()
    await mover.keyboard.press('Alt+PageDown')
    await mover.keyboard.press('Enter')
    const moved = cardIn(watcher.locator('.fb-lineup'), 'Later Please')
    await moved.filter({ hasText: '1:15–2:15 pm' }).waitFor()
    await Promise.all(pages.map((page) => page.close()))
  })

  test('nothing went wrong behind the pages', () => {
    expect(problems).toEqual([])
  })
})
