import { firstCompany } from '../../../src/domain/records/first-company.ts'
import { englishLocale } from '../../../src/domain/records/locale.ts'

const inBrowser = typeof document !== 'undefined'
let locale: string = inBrowser ? document.documentElement.lang : firstCompany.locale

/** The company's locale, in which the site writes dates and amounts; the page says it to scripts. */
export const siteLocale = (): string => locale

export const setSiteLocale = (stored: string): void => {
  locale = englishLocale(stored)
}
