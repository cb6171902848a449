import { currencyCodes } from '../../domain/money/currency.ts'
import { countryCodes, countryName } from '../../domain/records/country.ts'

export type ListName = 'countries' | 'currencies' | 'locales' | 'zones'
type Listed = { value: string; label: string }

const names = (type: 'currency' | 'language') => new Intl.DisplayNames('en', { type })

const build: Record<ListName, () => Listed[]> = {
  countries: () => countryCodes.map((value) => ({ value, label: countryName(value) })),
  currencies: () =>
    currencyCodes.map((value) => ({ value, label: names('currency').of(value) ?? value })),
  // The words of the product are English; where dates and amounts are written otherwise, type it.
  locales: () =>
    countryCodes.map((country) => {
      const value = `en-${country}`
      return { value, label: names('language').of(value) ?? value }
    }),
  zones: () =>
    Intl.supportedValuesOf('timeZone').map((value) => ({
      value,
      label: value.replaceAll('_', ' '),
    })),
}

const known = new Map<ListName, Listed[]>()

/** What Intl lists, by name. */
export const listedValues = (list: ListName): Listed[] => {
  const found = known.get(list)
  if (found) return found
  const made = build[list]().sort((one, other) => one.label.localeCompare(other.label, 'en'))
  known.set(list, made)
  return made
}

/** The time zone that the browser is set to. */
export const ownZone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone
