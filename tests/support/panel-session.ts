import type { Browser, BrowserContext } from 'playwright-core'
import { visit } from './browser.ts'
import type { Product } from './product.ts'

type Session = Awaited<ReturnType<BrowserContext['storageState']>>

const sessions = new WeakMap<Product, Map<string, Promise<Session>>>()

const signIn = async (product: Product, browser: Browser, name: string): Promise<Session> => {
  const { page } = await visit(browser)
  const { email, password } = product.login(name)
  await page.goto(`${product.url}/admin/login`)
  await page.fill('#field-email', email)
  await page.fill('#field-password', password)
  await page.click('button[type=submit]')
  await page.waitForURL(/\/admin\/?$/)
  const session = await page.context().storageState()
  await page.context().close()
  return session
}

/** The session of somebody of the office, who signs in on the panel's own page the first time. */
export const panelSession = (
  product: Product,
  browser: Browser,
  name: string,
): Promise<Session> => {
  const known = sessions.get(product) ?? new Map<string, Promise<Session>>()
  sessions.set(product, known)
  const session = known.get(name) ?? signIn(product, browser, name)
  known.set(name, session)
  return session
}
