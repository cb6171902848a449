import { existsSync } from 'node:fs'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'

const places = [
  process.env['CHROMIUM'] ?? '',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
]

/** The browser of this machine; undefined where it has none. */
export const chromiumPath = places.find((place) => place !== '' && existsSync(place))

export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: chromiumPath ?? 'chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  })

export const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true }

/** A page of a fresh visitor; what goes wrong in it is kept in `problems`. */
export const visit = async (
  browser: Browser,
  options: BrowserContextOptions = { viewport: { width: 1280, height: 900 } },
): Promise<{ page: Page; problems: string[] }> => {
  const context = await browser.newContext(options)
  const page = await context.newPage()
  const problems: string[] = []
  page.on('pageerror', (error) => problems.push(error.message))
  page.on('response', (response) => {
    if (response.status() >= 500) problems.push(`${response.status()} ${response.url()}`)
  })
  page.setDefaultTimeout(30_000)
  return { page, problems }
}
