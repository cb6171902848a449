import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chromiumPath } from '../support/browser.ts'
import { type Journey, startJourney } from '../support/journey.ts'

let journey: Journey

beforeAll(async () => {
  if (chromiumPath) journey = await startJourney()
}, 600_000)
afterAll(() => journey?.stop())

/** Counts what somebody does: a click, a choice, or one field filled. */
const counter = () => {
  let actions = 0
  return {
    act: async (doing: Promise<unknown>) => {
      actions += 1
      await doing
    },
    count: () => actions,
  }
}

describe.skipIf(!chromiumPath)('the team in a browser', () => {
  test('a fieldworker with a login is added and invited in at most twelve actions', async () => {
    const panel = await journey.openPanel('olivia')
    await panel.goto(`${journey.product.url}/admin`)
    const { act, count } = counter()

    await act(panel.getByRole('link', { name: 'Team', exact: true }).click())
    await act(panel.getByRole('link', { name: 'Add a fieldworker' }).click())
    await act(panel.getByLabel('Name', { exact: true }).fill('Nina Ward'))
    await act(panel.getByLabel('Phone').fill('0412 345 678'))
    await act(panel.getByLabel(/^Email/).fill('nina.ward@harbourhome.example'))
    await act(panel.getByLabel(/Give a login/).check())
    await act(panel.getByRole('button', { name: 'Add and invite' }).click())

    await panel.getByRole('heading', { name: 'Nina Ward', level: 1 }).waitFor()
    await panel.getByText('Invited, and hasn’t signed in yet.').waitFor()
    expect(count()).toBeLessThanOrEqual(12)
    const mail = await journey.messageTo(panel, 'nina.ward@harbourhome.example', /./)
    expect(mail.text).toContain('/l/')
    await panel.goto(`${journey.product.url}/admin/collections/fieldworkers`)
    const row = panel.getByRole('row', { name: /Nina Ward/ })
    await row.getByText('Invited').waitFor()
    expect(await row.textContent()).toMatch(/Mon–|Mon, /)
    await panel.close()
  }, 120_000)

  test('time off is entered from the board in at most five actions and names the visits it hits', async () => {
    const panel = await journey.openPanel('grace')
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10)
    await panel.goto(`${journey.product.url}/admin/dispatch?date=${tomorrow}`)
    const busy = panel.locator('.fb-lineup__row', { has: panel.locator('.fb-slip__main') }).first()
    const name = (await busy.locator('h3 button').textContent()) ?? ''
    const { act, count } = counter()

    await act(busy.locator('h3 button').click())
    await act(panel.getByRole('button', { name: 'Time off' }).click())
    const dialog = panel.getByRole('dialog', { name: `Time off for ${name}` })
    await act(dialog.getByLabel('Kind').selectOption('sick'))
    await dialog.getByText(/visits? (is|are) in this time/).waitFor()
    await act(dialog.getByRole('button', { name: 'Save time off' }).click())

    const left = panel.getByRole('dialog', { name: 'Visits to reassign' })
    await left
      .getByRole('link', { name: /^Reassign B-/ })
      .first()
      .waitFor()
    expect(count()).toBeLessThanOrEqual(5)
    await left.getByRole('button', { name: 'Done' }).click()
    await panel.goto(`${journey.product.url}/admin/collections/unavailabilities`)
    const row = panel.getByRole('row', { name: new RegExp(name) }).filter({ hasText: 'Sick' })
    await row.getByText(/to reassign/).waitFor()
    await panel.close()
  }, 120_000)

  test('an API key is made in at most four actions, shown once and works until it is revoked', async () => {
    const panel = await journey.openPanel('olivia')
    await panel.goto(`${journey.product.url}/admin`)
    const { act, count } = counter()

    await act(panel.getByRole('link', { name: 'Settings', exact: true }).click())
    await act(panel.getByRole('link', { name: /^API keys/ }).click())
    await act(panel.getByLabel('Name', { exact: true }).fill('Website'))
    await act(panel.getByRole('button', { name: 'Create the key' }).click())

    const key = await panel.getByLabel('New API key').inputValue()
    expect(key).toMatch(/^fbk_/)
    expect(count()).toBeLessThanOrEqual(4)
    const ask = async () => {
      const headers = { authorization: `Bearer ${key}` }
      return (await fetch(`${journey.product.url}/api/bookings?limit=1`, { headers })).status
    }
    expect(await ask()).toBe(200)
    await panel.reload()
    expect(await panel.content()).not.toContain(key)
    const row = panel.getByRole('row', { name: /Website/ })
    await row.getByRole('button', { name: /^Revoke/ }).click()
    await panel.getByRole('dialog').getByRole('button', { name: 'Revoke', exact: true }).click()
    await row.getByText('Revoked').waitFor()
    expect(await ask()).toBe(403)
    await panel.close()
  }, 120_000)
})
