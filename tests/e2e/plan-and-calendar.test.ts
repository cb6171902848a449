import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  type BoardHarness,
  cardIn,
  rowOf,
  startBoardHarness,
  tray,
} from '../support/board-harness.ts'
import { chromiumPath } from '../support/browser.ts'

let harness: BoardHarness

beforeAll(async () => {
  if (chromiumPath) harness = await startBoardHarness()
}, 600_000)
afterAll(() => harness?.stop())

/** The next local date on which the demo company is at work, whatever day it is today. */
const nextDemoDay = async (page: Page): Promise<string> => {
  const query = new URLSearchParams({
    'where[status][equals]': 'confirmed',
    'where[start][greater_than]': new Date().toISOString(),
    sort: 'start',
    limit: '1',
  })
  const answer = await page.request.get(`${harness.product.url}/api/appointments?${query}`, {
    headers: { origin: harness.product.url },
  })
  const [visit] = ((await answer.json()) as { docs: { start: string; timezone: string }[] }).docs
  if (!visit) throw new Error('The demo company has nothing to do.')
  return new Intl.DateTimeFormat('en-CA', { timeZone: visit.timezone }).format(
    new Date(visit.start),
  )
}

describe.skipIf(!chromiumPath)('the rows of the board', () => {
  test('while a visit is carried, those who can never take it are greyed with the reason', async () => {
    const page = await harness.openPanel()
    await harness.openBoard(page)
    const card = cardIn(rowOf(page, harness.booked.busy), 'Busy Already')
    await card.focus()
    await page.keyboard.press('Alt+ArrowDown')
    const greyed = page.locator('.fb-lineup__row[data-cannot]')
    await greyed.first().waitFor()
    expect(await greyed.first().locator('.fb-row-head__cannot').textContent()).toMatch(
      /does not do this service|lacks|does not work in this area/,
    )
    expect(await rowOf(page, harness.booked.busy).getAttribute('data-cannot')).toBeNull()
    await page.keyboard.press('Escape')
    await greyed.first().waitFor({ state: 'detached' })
    await page.close()
  })

  test('rows are filtered by skill, coloured by person, and stay so after a reload', async () => {
    const page = await harness.openPanel()
    await harness.openBoard(page)
    const rows = page.locator('.fb-lineup__row')
    const everybody = await rows.count()
    await page.locator('summary', { hasText: 'Filter' }).click()
    const skill = page.getByLabel(/^Skill/)
    const wanted = (await skill.locator('option').nth(1).textContent()) ?? ''
    await skill.selectOption(wanted)
    await page.getByLabel(/^Colour by/).selectOption('person')
    await expect.poll(() => rows.count()).toBeLessThan(everybody)
    const some = await rows.count()
    await page.reload()
    await rows.first().waitFor()
    expect(await rows.count()).toBe(some)
    expect(new URL(page.url()).searchParams.get('skill')).toBe(wanted)
    await page.locator('.fb-board[data-colour=person]').waitFor()
    await page.close()
  })
})

describe.skipIf(!chromiumPath)('the map and the plan of a day', () => {
  test('the map shows visits and ways and asks no other server for anything', async () => {
    const page = await harness.openPanel()
    const foreign: string[] = []
    page.on('request', (request) => {
      if (!request.url().startsWith(harness.product.url)) foreign.push(request.url())
    })
    await page.goto(
      `${harness.product.url}/admin/dispatch?date=${await nextDemoDay(page)}&view=map`,
    )
    await page.locator('.fb-pin').first().waitFor()
    await page.locator('.leaflet-control-scale').waitFor()
    expect(await page.locator('.fb-map__list .fb-slip').count()).toBeGreaterThan(0)
    expect(foreign.filter((url) => !url.startsWith('data:'))).toEqual([])
    await page.close()
  })

  test('a plan is proposed with before and after, and changes nothing when it is dropped', async () => {
    const page = await harness.openPanel()
    await harness.openBoard(page)
    const before = await page.locator('.fb-lineup .fb-slip__main').allTextContents()
    await page.getByRole('button', { name: 'Plan the day' }).click()
    await page.getByLabel('Search for').selectOption('3')
    await page.getByRole('button', { name: 'Optimise' }).click()
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
    const page = await harness.openPanel()
    await page.goto(
      `${harness.product.url}/admin/calendar?view=timeGridDay&date=${harness.booked.date}`,
    )
    const event = page.locator('.fb-event').filter({ hasText: 'Busy Already' })
    await event.waitFor()
    await page.getByLabel(/^Fieldworker/).selectOption({ label: harness.booked.free })
    await event.waitFor({ state: 'detached' })
    expect(page.url()).toContain('person=')
    await page.getByRole('button', { name: 'Clear' }).click()
    await event.click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('Busy Already').filter({ visible: true }).first().waitFor()
    await dialog.getByRole('button', { name: /Cancel/ }).waitFor()
    expect(await dialog.getByRole('button', { name: /Complete/ }).count()).toBe(0)
    await page.close()
  })

  test('moves a visit that is dragged, and takes it back', async () => {
    const page = await harness.openPanel()
    const { date } = harness.booked
    await page.goto(`${harness.product.url}/admin/calendar?view=timeGridDay&date=${date}`)
    const event = page.locator('.fb-event--confirmed', { hasText: 'Later Please' })
    await event.filter({ hasText: '12:00–1:00 pm' }).waitFor()
    await page.locator('.fb-calendar[aria-busy=false]').waitFor()
    await event.scrollIntoViewIfNeeded()
    const box = await event.boundingBox()
    if (!box) throw new Error('The visit is not in sight.')
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
    await page.mouse.move(x, y)
    await page.mouse.down()
    await page.mouse.move(x, y + box.height / 2, { steps: 5 })
    // A little over its own hour, for the drop snaps to the quarter before.
    await page.mouse.move(x, y + box.height * 1.1, { steps: 5 })
    await page.mouse.up()
    await event.filter({ hasText: '1:00–2:00 pm' }).waitFor()
    await page.getByRole('button', { name: 'Undo' }).click()
    await event.filter({ hasText: '12:00–1:00 pm' }).waitFor()
    await page.close()
  })

  test('reschedules from its dialog, and takes it back', async () => {
    const page = await harness.openPanel()
    await page.goto(
      `${harness.product.url}/admin/calendar?view=timeGridDay&date=${harness.booked.date}`,
    )
    // What was moved away stays on the calendar as rescheduled.
    const event = page.locator('.fb-event--confirmed').filter({ hasText: 'Move And Back' })
    await event.click()
    await page.getByRole('button', { name: 'Reschedule…' }).click()
    await page.getByLabel(/Starts/).fill('15:00')
    await page.getByRole('button', { name: 'Move', exact: true }).click()
    await page.getByRole('button', { name: 'Undo' }).waitFor()
    await event.filter({ hasText: '3:00' }).waitFor()
    // It is shown in its place at once; whether nobody was told is known when the server has answered.
    const back = page.waitForResponse(/\/(assign|reschedule|retime)$/)
    await page.getByRole('button', { name: 'Undo' }).click()
    expect((await back).status()).toBe(200)
    await event.filter({ hasText: '7:30' }).waitFor()
    expect(await harness.booked.messagesSent('Move And Back')).toEqual([])
    await page.close()
  })
})

describe.skipIf(!chromiumPath)('a plan that is applied', () => {
  const findPlan = async (page: Page) => {
    await page.getByRole('button', { name: 'Plan the day' }).click()
    await page.getByLabel('Search for').selectOption('3')
    await page.getByRole('button', { name: 'Optimise' }).click()
    await page.getByText('The best plan found').waitFor()
  }

  test('is refused in words when the day has changed since, and can be asked for again', async () => {
    const page = await harness.openPanel()
    await harness.openBoard(page)
    await findPlan(page)
    await harness.booked.assignElsewhere('Tray Mouse', 'free')
    await page.getByRole('button', { name: /^Apply \d+ change/ }).click()
    await page.getByText('The day has changed since these routes were proposed').waitFor()
    const changed = page.getByRole('list', { name: 'Changed since the plan was made' })
    expect(await changed.getByRole('listitem').count()).toBe(1)
    await page.getByRole('button', { name: 'Plan again' }).click()
    await page.getByRole('button', { name: 'Optimise' }).waitFor()
    await page.close()
  })

  test('gives the day’s open visits to people, and the board shows it', async () => {
    await harness.booked.assignElsewhere('Tray Mouse', 'nobody')
    const page = await harness.openPanel()
    await harness.openBoard(page)
    await cardIn(tray(page), 'Tray Mouse').waitFor()
    await findPlan(page)
    await page
      .getByText(/Unassigned → /)
      .filter({ visible: true })
      .first()
      .waitFor()
    await page.getByRole('region', { name: 'Who will be notified' }).waitFor()
    await page.getByRole('button', { name: /^Apply \d+ change/ }).click()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await cardIn(page.locator('.fb-lineup'), 'Tray Mouse').waitFor()
    expect(await cardIn(tray(page), 'Tray Mouse').count()).toBe(0)
    await page.getByRole('button', { name: 'Undo' }).click()
    await cardIn(tray(page), 'Tray Mouse').waitFor()
    await page.close()
  })
})

describe.skipIf(!chromiumPath)('a network that is gone', () => {
  test('is shown at once, and changes made meanwhile appear on reconnecting', async () => {
    const page = await harness.openPanel()
    await harness.openBoard(page)
    await page.context().setOffline(true)
    await page.getByText('Offline.').waitFor()
    await harness.booked.assignElsewhere('Tray Mouse', 'free')
    expect(await cardIn(tray(page), 'Tray Mouse').count()).toBe(1)
    await page.context().setOffline(false)
    await page.getByText('Offline.').waitFor({ state: 'detached' })
    await cardIn(tray(page), 'Tray Mouse').waitFor({ state: 'detached' })
    await page.close()
  })
})

describe.skipIf(!chromiumPath)('a server that is stopped', () => {
  test('goes without waiting for boards that listen; they say so, and go on by themselves', async () => {
    const pages = [await harness.openPanel(), await harness.openPanel()] as const
    for (const page of pages) await harness.openBoard(page)
    await harness.product.quit()
    expect(harness.product.output()).not.toContain('were cut')
    for (const page of pages) await page.getByText('Offline.').waitFor()
    await harness.product.restart()
    for (const page of pages)
      await page.getByText('Offline.').waitFor({ state: 'detached', timeout: 30_000 })
    const [mover, watcher] = pages
    await cardIn(mover.locator('.fb-lineup'), 'Later Please').focus()
    await mover.keyboard.press('Alt+PageDown')
    await mover.keyboard.press('Enter')
    const moved = cardIn(watcher.locator('.fb-lineup'), 'Later Please')
    await moved.filter({ hasText: '12:15–1:00 pm' }).waitFor()
    await Promise.all(pages.map((page) => page.close()))
  })

  test('nothing went wrong behind the pages', () => {
    // While the server comes back it answers that it is not ready.
    expect(harness.problems.filter((problem) => !problem.startsWith('503 '))).toEqual([])
  })
})
