import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  type BoardHarness,
  cardIn,
  drag,
  dragAlong,
  middleOf,
  rowOf,
  saidOn,
  startBoardHarness,
  tray,
} from '../support/board-harness.ts'
import { chromiumPath, phone } from '../support/browser.ts'

let harness: BoardHarness

beforeAll(async () => {
  if (chromiumPath) harness = await startBoardHarness()
}, 600_000)
afterAll(() => harness?.stop())

describe.skipIf(!chromiumPath)('the dispatch board', () => {
  test('a visit dragged by mouse from the tray into a row is saved and survives a reload', async () => {
    const page = await harness.openPanel()
    await harness.openBoard(page)
    const card = cardIn(tray(page), 'Tray Mouse')
    await drag(page, card, await middleOf(rowOf(page, harness.booked.free).locator('.fb-track')))
    await page.getByRole('button', { name: 'Undo' }).waitFor()
    await page.reload()
    await cardIn(rowOf(page, harness.booked.free), 'Tray Mouse').waitFor()
    expect(await cardIn(tray(page), 'Tray Mouse').count()).toBe(0)
    await page.close()
  })

  test('the same by keyboard only, each step announced', async () => {
    const page = await harness.openPanel()
    await harness.openBoard(page)
    const card = cardIn(tray(page), 'Tray Keys')
    await card.focus()
    const people = await page.locator('.fb-lineup__row h3').allTextContents()
    const steps = people.indexOf(harness.booked.free) + 1
    for (let step = 0; step < steps; step += 1) await page.keyboard.press('Alt+ArrowDown')
    expect(await saidOn(page).textContent()).toContain(`${harness.booked.free}, 2:00 pm`)
    await page.keyboard.press('Enter')
    await cardIn(rowOf(page, harness.booked.free), 'Tray Keys').waitFor()
    await expect.poll(() => saidOn(page).textContent()).toMatch(/^(Moved|Changed)/)
    await page.reload()
    await cardIn(rowOf(page, harness.booked.free), 'Tray Keys').waitFor()
    await page.close()
  })

  test('a move onto a busy person is refused with the name, the time and the visit', async () => {
    const page = await harness.openPanel()
    await harness.openBoard(page)
    const card = cardIn(tray(page), 'Tray Clash')
    await drag(page, card, await middleOf(rowOf(page, harness.booked.busy).locator('.fb-track')))
    const alert = page.locator('.fb-refusal[role=alert]')
    await alert.waitFor()
    const words = await alert.textContent()
    expect(words).toContain(`${harness.booked.busy} is busy 9:00–10:00 am`)
    expect(words).toContain('for Busy Already')
    await cardIn(tray(page), 'Tray Clash').waitFor()
    await page.close()
  })

  test('undo puts a moved visit back, and no one was notified', async () => {
    const page = await harness.openPanel()
    await harness.openBoard(page)
    const row = rowOf(page, harness.booked.busy)
    const card = cardIn(row, 'Move And Back')
    const to = await middleOf(rowOf(page, harness.booked.free).locator('.fb-track'))
    const from = await middleOf(card)
    await drag(page, card, { x: from.x, y: to.y })
    await cardIn(rowOf(page, harness.booked.free), 'Move And Back').waitFor()
    await page.getByRole('button', { name: 'Undo' }).waitFor()
    const back = page.waitForResponse(/\/assign$/)
    await page.getByRole('button', { name: 'Undo' }).click()
    expect((await back).status()).toBe(200)
    await cardIn(row, 'Move And Back').waitFor()
    await page.reload()
    await cardIn(row, 'Move And Back').waitFor()
    expect(await harness.booked.messagesSent('Move And Back')).toEqual([])
    await page.close()
  })

  test('a drag along the day changes the time, on the half hour dropped at', async () => {
    const page = await harness.openPanel()
    await harness.openBoard(page)
    const row = rowOf(page, harness.booked.busy)
    const card = cardIn(row, 'Later Please')
    const before = (await card.textContent()) ?? ''
    expect(before).toContain('12:00–1:00 pm')
    await dragAlong(page, row, { card, hours: 1.5 })
    await cardIn(row, 'Later Please').filter({ hasText: '1:30–2:30 pm' }).waitFor()
    await page.getByRole('button', { name: 'Undo' }).waitFor()
    await page.reload()
    await cardIn(row, 'Later Please').filter({ hasText: '1:30–2:30 pm' }).waitFor()
    await page.close()
  })

  test('keys move the end and the start of a visit, announced; single-letter keys can be turned off', async () => {
    const page = await harness.openPanel()
    await harness.openBoard(page)
    const row = rowOf(page, harness.booked.busy)
    await cardIn(row, 'Later Please').focus()
    await page.keyboard.press('Alt+Shift+ArrowUp')
    await page.keyboard.press('Alt+PageUp')
    await page.keyboard.press('Alt+PageUp')
    expect(await saidOn(page).textContent()).toContain('1:00–2:15 pm, 1 h 15')
    await page.keyboard.press('Enter')
    await cardIn(row, 'Later Please').filter({ hasText: '1:00–2:15 pm' }).waitFor()
    await page.getByRole('button', { name: 'Undo' }).waitFor()

    await page.keyboard.press('?')
    await page.getByText('Shorten or extend by 15 minutes').waitFor()
    await page.getByLabel('Single-letter keys are on').uncheck()
    await page.keyboard.press('Escape')
    await page.keyboard.press('n')
    await page.keyboard.press('?')
    expect(await page.getByRole('dialog').count()).toBe(0)
    expect(page.url()).toContain('/admin/dispatch')
    await page.close()
  })

  test('people with the permission assign outside hours with a reason, and undo it; others get the refusal', async () => {
    await harness.booked.bookAnother('Late Anyway')
    const row = (page: Page) => rowOf(page, harness.booked.busy)
    const card = (page: Page, hours = '') =>
      cardIn(row(page), 'Late Anyway').filter({ hasText: hours })
    const alert = (page: Page) => page.locator('.fb-refusal[role=alert]')
    const why = `${harness.booked.busy} does not work at this time; working hours are `
    const afternoon = '3:00–4:00 pm'
    const late = '4:00–5:00 pm'
    const dispatcher = await harness.openPanel()
    const manager = await harness.openPanel(undefined, 'henry')
    await harness.openBoard(dispatcher)
    await harness.openBoard(manager)
    const showHistory = async () => {
      await card(manager, late).click()
      await manager.getByRole('link', { name: /Open booking/ }).click()
      const parts = manager.getByRole('navigation', { name: 'Parts of the booking' })
      await parts.getByRole('link', { name: 'History' }).click()
      return manager.getByRole('region', { name: 'History' })
    }

    await dragAlong(dispatcher, row(dispatcher), { card: card(dispatcher, afternoon), hours: 1 })
    await alert(dispatcher).getByText(why).waitFor()
    await dispatcher.getByText('Your role may not assign over their hours.').waitFor()
    expect(await dispatcher.getByRole('button', { name: /anyway/ }).count()).toBe(0)
    await card(dispatcher, afternoon).waitFor()

    await dragAlong(manager, row(manager), { card: card(manager, afternoon), hours: 1 })
    await alert(manager).getByText(why).waitFor()
    const anyway = manager.getByRole('button', { name: 'Assign anyway' })
    expect(await anyway.isDisabled()).toBe(true)
    await manager.getByLabel('Reason').fill('They agreed by phone')
    await anyway.click()
    await card(manager, late).waitFor()
    await manager.getByRole('button', { name: 'Undo' }).waitFor()
    await (await showHistory())
      .getByText('They agreed by phone')
      .filter({ visible: true })
      .first()
      .waitFor()
    await harness.openBoard(manager)

    await dragAlong(manager, row(manager), { card: card(manager, late), hours: -1 })
    await manager.getByRole('button', { name: 'Undo' }).waitFor()
    const back = manager.waitForResponse(
      (answer) => answer.url().endsWith('/reschedule') && answer.status() === 200,
    )
    await manager.getByRole('button', { name: 'Undo' }).click()
    await back
    await card(manager, late).waitFor()
    await expect.poll(() => saidOn(manager).textContent()).toMatch(/^(Undone|Changed)/)
    expect(await alert(manager).count()).toBe(0)
    await (await showHistory())
      .getByText('Undo: the visit was there before')
      .filter({ visible: true })
      .first()
      .waitFor()

    await dragAlong(dispatcher, row(dispatcher), { card: card(dispatcher, late), hours: -1 })
    await card(dispatcher, afternoon).waitFor()
    await dispatcher.getByRole('button', { name: 'Undo' }).click()
    await alert(dispatcher)
      .getByText(`The move cannot be taken back, so the visit stays where it is now. ${why}`)
      .waitFor()
    await card(dispatcher, afternoon).waitFor()

    await Promise.all([dispatcher.close(), manager.close()])
  })

  test('a form moves visits too, and the drawer finds someone', async () => {
    const page = await harness.openPanel(phone)
    await harness.openBoard(page)
    await tray(page)
      .getByRole('button', { name: /Find & assign.*Tray Clash/ })
      .click()
    await page.getByRole('button', { name: `Assign to ${harness.booked.free}` }).click()
    await cardIn(rowOf(page, harness.booked.free), 'Tray Clash').waitFor()
    await cardIn(rowOf(page, harness.booked.free), 'Tray Clash').click()
    await page.getByRole('button', { name: 'Move to…' }).click()
    await page.getByLabel(/^Fieldworker/).selectOption({ label: 'Unassigned' })
    await page.getByRole('button', { name: 'Move', exact: true }).click()
    await cardIn(tray(page), 'Tray Clash').waitFor()
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(width).toBeLessThanOrEqual(390)
    await page.close()
  })

  test('a finger drags a visit by its grip on a tablet', async () => {
    const page = await harness.openPanel({ viewport: { width: 1180, height: 820 }, hasTouch: true })
    await harness.openBoard(page)
    const card = tray(page).locator('.fb-slip').filter({ hasText: 'Tray Clash' })
    const track = rowOf(page, harness.booked.free).locator('.fb-track')
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
    await cardIn(rowOf(page, harness.booked.free), 'Tray Clash').waitFor()
    await page.close()
  })
})

describe.skipIf(!chromiumPath)('what dispatch must know', () => {
  test('each tab is counted in a row, and leads to its bookings', async () => {
    const page = await harness.openPanel()
    await harness.openBoard(page)
    const counts = page.getByRole('navigation', { name: 'Bookings by what is needed next' })
    await counts.getByRole('link', { name: /Not assigned \d+/ }).click()
    await page.waitForURL(/tab=not-assigned/)
    await page.close()
  })

  test('a visit that an absence now covers is marked and listed with its reason', async () => {
    const page = await harness.openPanel()
    await harness.openBoard(page)
    await harness.booked.away('09:15', '09:45')
    const conflicts = page.getByRole('region', { name: /Conflicts/ })
    await conflicts
      .getByText(`${harness.booked.busy} is away 9:15–9:45 am AEDT: Dentist.`)
      .waitFor()
    await cardIn(rowOf(page, harness.booked.busy), 'Busy Already').getByText('Away then').waitFor()
    await conflicts.getByRole('button', { name: /Find & assign.*Busy Already/ }).waitFor()
    await page.close()
  })

  test('accepting for someone who is away then asks for a reason in the dialog of the visit', async () => {
    const page = await harness.openPanel(undefined, 'henry')
    await harness.openBoard(page)
    const card = page.locator('.fb-board .fb-slip__main').filter({ hasText: 'Busy Already' })
    const answers = page.getByRole('region', { name: `On behalf of ${harness.booked.busy}` })
    await card.first().click()
    await answers.getByRole('button', { name: 'Decline…' }).click()
    await answers.getByRole('button', { name: 'Decline the visit' }).click()
    await answers.waitFor({ state: 'detached' })
    await card.first().click()
    await answers.getByRole('button', { name: 'Accept' }).click()
    await answers.getByText('The fieldworker is absent at this time.').waitFor()
    await answers.getByLabel('Reason').fill('The dentist has cancelled')
    await answers.getByRole('button', { name: 'Answer anyway' }).click()
    await page.getByText('Accepted 1 visit.').waitFor()
    await cardIn(rowOf(page, harness.booked.busy), 'Busy Already').waitFor()
    await page.close()
  })

  test('nothing went wrong behind the pages', () => {
    expect(harness.problems).toEqual([])
  })
})
