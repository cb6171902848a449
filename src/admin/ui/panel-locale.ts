import { firstCompany } from '../../domain/records/first-company.ts'
import { englishLocale } from '../../domain/records/locale.ts'

let locale: string = firstCompany.locale

/** The company's locale, in which the panel writes dates and amounts; every page sets it first. */
export const panelLocale = (): string => locale

export const setPanelLocale = (stored: string): void => {
  locale = englishLocale(stored)
}
