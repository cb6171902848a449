import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { phone } from './browser.ts'
import { type EmbeddingPage, startEmbeddingPage } from './embedding-page.ts'
import type { Journey } from './journey.ts'
import { seriousFaults } from './serious-faults.ts'

const tapRepair = 'service="tap-repair"'

/** Tabs until the element with this id inside the widget has the focus, as only a keyboard can. */
const tabTo = async (page: Page, id: RegExp) => {
  for (let tries = 0; tries < 60; tries++) {
    await page.keyboard.press('Tab')
    const focused = await page.evaluate(
      () => document.activeElement?.shadowRoot?.activeElement?.id ?? '',
    )
    if (id.test(focused)) return
  }
  throw new Error(`Tab never reaches ${id}.`)
}
const type = async (page: Page, id: RegExp, text: string) => {
  await tabTo(page, id)
  await page.keyboard.type(text)
}
const press = async (page: Page, id: RegExp) => {
  await tabTo(page, id)
  await page.keyboard.press('Enter')
}
const heading = (page: Page, name: RegExp) => page.getByRole('heading', { name }).waitFor()

/** As far as the times for a postcode. */
const toTimes = async (page: Page) => {
  await page.locator('#f-address-postcode').fill('2042')
  await page.locator('#next').click()
  await heading(page, /^When/)
}
const choose = async (page: Page, start: string) => {
  const slot = page.locator(`input[name=start][value="${start}"]`)
  for (let week = 0; week < 5 && (await slot.count()) === 0; week++) {
    const days = page.locator('input[name=day]:enabled')
    for (let day = 0; day < (await days.count()) && (await slot.count()) === 0; day++) {
      await days.nth(day).check({ force: true })
    }
    if ((await slot.count()) > 0) break
    const answered = page.waitForResponse(/\/slots\?/)
    await page.locator('#later').click()
    await answered
    await page.locator('form[aria-busy]').waitFor({ state: 'detached' })
  }
  await slot.check({ force: true })
}
const fillIn = async (page: Page, name: string) => {
  await page.locator('#f-answers-count').fill('1')
  await page.locator('#next').click()
  await heading(page, /^Your details/)
  await page.locator('#f-address-line1').fill('3 Church Street')
  await page.locator('#f-address-suburb').fill('Newtown')
  await page.locator('#f-customer-name').fill(name)
  await page.locator('#f-customer-email').fill(`${name.toLowerCase()}@guest.example`)
}

/** Booking from a page of another origin (UX §3.6, checks 12, 21, 22), on a running product. */
export const widgetStories = (journey: () => Journey): void => {
  let embedding: EmbeddingPage
  const at = (path: string) => `${journey().product.url}${path}`

  test('finds a link, and nothing else, until the company lists the page', async () => {
    const { product, open, openPanel } = journey()
    embedding = await startEmbeddingPage(product.url)
    const page = await open()
    await page.goto(embedding.at())
    await page.getByText('We could not reach the booking system.').waitFor()
    expect(await page.getByRole('link', { name: 'Book online' }).isVisible()).toBe(true)

    const panel = await openPanel('olivia')
    const saved = await panel.request.post(at('/api/globals/portal-settings'), {
      headers: { origin: product.url },
      data: { widgetOrigins: [`${embedding.origin}/contact.html`] },
    })
    expect(saved.status()).toBe(200)
    // What the company lists is read again within seconds.
    const allowed = async () => {
      const headers = { origin: embedding.origin }
      const answer = await fetch(at('/api/app/services'), { headers })
      return answer.headers.get('access-control-allow-origin')
    }
    await expect.poll(allowed).toBe(embedding.origin)
    await page.getByRole('button', { name: 'Try again' }).click()
    await heading(page, /^What can we do/)
  }, 60_000)

  test('books by keyboard only, without a cookie, within a minute', async () => {
    const { product, open, openPanel, messageTo } = journey()
    const page = await open()
    const hosts = new Set<string>()
    page.on('request', (request) => hosts.add(new URL(request.url()).origin))
    await page.goto(embedding.at())
    await heading(page, /^What can we do/)
    const began = Date.now()
    await tabTo(page, /^service-/)
    const checked = () =>
      page.evaluate(() => {
        const inside = document.activeElement?.shadowRoot?.activeElement
        return (inside as HTMLInputElement | null | undefined)?.value
      })
    for (let tries = 0; (await checked()) !== 'tap-repair' && tries < 20; tries++)
      await page.keyboard.press('ArrowDown')
    await press(page, /^next$/)
    await heading(page, /^Where/)
    await type(page, /postcode/, '2042')
    await page.keyboard.press('Enter')
    await heading(page, /^When/)
    await page.getByText('where the work is done').waitFor()
    await tabTo(page, /^start-/)
    await page.keyboard.press('Space')
    await press(page, /^next$/)
    await heading(page, /^About/)
    await type(page, /count/, '1')
    await page.keyboard.press('Enter')
    await heading(page, /^Your details/)
    await page.getByText('We’re holding this time for you until').waitFor()
    // What is missing is said beside its field, which has the focus.
    await press(page, /^next$/)
    await page.getByText('Enter the street and number').waitFor()
    await page.keyboard.type('3 Church Street')
    await type(page, /suburb/, 'Newtown')
    await type(page, /name/, 'Wendy Widget')
    await type(page, /email/, 'wendy@guest.example')
    await press(page, /^next$/)
    await heading(page, /^Thank you/)
    const seconds = (Date.now() - began) / 1000

    expect(seconds).toBeLessThan(60)
    const number = (await page.getByRole('definition').first().innerText()).trim()
    const heard = await page.evaluate(() => (globalThis as unknown as { heard: object[] }).heard)
    expect(heard).toEqual([{ number, start: expect.stringMatching(/Z$/) as string }])
    expect([...hosts].toSorted()).toEqual([product.url, embedding.origin].toSorted())
    expect(await page.context().cookies()).toEqual([])
    const panel = await openPanel('grace')
    const found = await panel.request.get(at(`/api/bookings?where[number][equals]=${number}`), {
      headers: { origin: product.url },
    })
    const { docs } = (await found.json()) as { docs: { source: string }[] }
    expect(docs[0]?.source).toBe('widget')
    const mail = await messageTo(panel, 'wendy@guest.example', /./)
    expect(mail.text).toContain(number)
    process.stdout.write(`booked from the widget by keyboard in ${seconds.toFixed(1)} s\n`)
  }, 120_000)

  test('loses the last place to someone quicker, and books another time without retyping', async () => {
    const { product, open, openPanel } = journey()
    const day = (ahead: number) =>
      new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10)
    const query = `service=tap-repair&postcode=2042&from=${day(3)}&to=${day(20)}`
    // Only the office hears exactly how many people are free.
    const office = await openPanel('grace')
    const answer = await office.request.get(at(`/api/app/slots?${query}`), {
      headers: { origin: product.url },
    })
    const { slots } = (await answer.json()) as { slots: { start: string; available: number }[] }
    const last = slots.find(({ available }) => available === 1)?.start ?? ''
    const [slow, quick] = [await open(), await open()]
    for (const page of [slow, quick]) {
      await page.goto(embedding.at(tapRepair))
      await toTimes(page)
      await choose(page, last)
    }
    const held = slow.waitForResponse(/\/api\/app\/holds$/)
    await slow.locator('#next').click()
    const { id } = (await (await held).json()) as { id?: string }
    await fillIn(slow, 'Sloane')
    // The kept time runs out while the slow one types.
    if (id) await fetch(at(`/api/app/holds/${id}`), { method: 'DELETE' })
    await quick.locator('#next').click()
    await fillIn(quick, 'Quinn')
    await quick.locator('#next').click()
    await heading(quick, /^Thank you/)

    const refused = slow.waitForResponse(/\/api\/app\/bookings$/)
    await slow.locator('#next').click()
    expect((await refused).status()).toBe(409)
    await slow.getByText('that time has just been taken').waitFor()
    const others = slow.locator('input[name=instead]')
    expect(await others.count()).toBe(3)
    expect(await seriousFaults(slow)).toEqual([])
    expect(await slow.inputValue('#f-customer-name')).toBe('Sloane')
    await others.first().check({ force: true })
    await slow.locator('#instead').click()
    await slow.getByText('that time has just been taken').waitFor({ state: 'detached' })
    expect(await slow.inputValue('#f-address-line1')).toBe('3 Church Street')
    await slow.locator('#next').click()
    await heading(slow, /^Thank you/)
    expect(new URL(slow.url()).origin).not.toBe(product.url)
  }, 120_000)

  test('sees the widget without a serious fault, light, dark, on a phone and at 320 pixels', async () => {
    const faults: Record<string, string[]> = {}
    const looks = {
      light: {},
      dark: { colorScheme: 'dark' as const },
      phone,
      narrow: { viewport: { width: 320, height: 640 } },
    }
    for (const [name, options] of Object.entries(looks)) {
      const page = await journey().open(options)
      const look = async (step: string) => {
        faults[`${name} ${step}`] = [
          ...(await seriousFaults(page)),
          ...(await page.evaluate(() =>
            document.documentElement.scrollWidth > innerWidth + 1 ? ['scrolls sideways'] : [],
          )),
        ]
      }
      await page.goto(embedding.at())
      await heading(page, /^What can we do/)
      await look('services')
      await page.goto(embedding.at(tapRepair))
      await toTimes(page)
      await look('times')
      await page.locator('#next').click()
      await page.locator('.error').first().waitFor()
      await look('refused')
    }
    const page = await journey().open()
    await page.goto(at('/demo/widget'))
    await heading(page, /^What can we do/)
    faults['demo'] = await seriousFaults(page)
    await embedding.stop()

    expect(Object.entries(faults).filter(([, found]) => found.length > 0)).toEqual([])
  }, 120_000)

  test('loads 15 kB at most, which any page may load and a browser need not load again', async () => {
    const answer = await fetch(at('/widget.js'))
    const script = Buffer.from(await answer.arrayBuffer())
    const size = gzipSync(script).length
    const etag = answer.headers.get('etag') ?? ''
    const { request } = await journey().open()
    const again = await request.get(at('/widget.js'), { headers: { 'if-none-match': etag } })

    process.stdout.write(`widget.js: ${size} bytes compressed\n`)
    expect(size).toBeLessThanOrEqual(15_000)
    expect(answer.headers.get('cross-origin-resource-policy')).toBe('cross-origin')
    expect(answer.headers.get('cache-control')).toBe('public, max-age=300')
    expect(script.toString()).not.toMatch(/\bimport\b\s*[("'{]|document\.cookie|localStorage/)
    expect(again.status()).toBe(304)
  })
}
