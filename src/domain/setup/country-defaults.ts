import { getCountry } from 'countries-and-timezones'
import countryToCurrency from 'country-to-currency'
import { currencyCodes } from '../money/currency.ts'
import { countryCodes, countryName } from '../records/country.ts'
import { firstCompany } from '../records/first-company.ts'
import { readLocale } from '../records/locale.ts'
import { canonicalZone } from '../scheduling/zone-name.ts'

/** What a company is proposed from the country it works in. */
export type CountryDefaults = {
  /** Two-letter code of ISO 3166-1. */
  code: string
  name: string
  currency: string
  /** IANA time zones, the one where most people live first. */
  zones: string[]
  locale: string
}

/** Countries in which the zone that most people live in is not the first of the alphabet. */
const mainZones: Readonly<Record<string, string>> = {
  AR: 'America/Argentina/Buenos_Aires',
  [firstCompany.country]: firstCompany.timezone,
  BR: 'America/Sao_Paulo',
  CA: 'America/Toronto',
  CD: 'Africa/Kinshasa',
  CL: 'America/Santiago',
  CN: 'Asia/Shanghai',
  CY: 'Asia/Nicosia',
  DE: 'Europe/Berlin',
  EC: 'America/Guayaquil',
  ES: 'Europe/Madrid',
  ID: 'Asia/Jakarta',
  KZ: 'Asia/Almaty',
  MN: 'Asia/Ulaanbaatar',
  MX: 'America/Mexico_City',
  MY: 'Asia/Kuala_Lumpur',
  NZ: 'Pacific/Auckland',
  PG: 'Pacific/Port_Moresby',
  PT: 'Europe/Lisbon',
  RU: 'Europe/Moscow',
  UA: 'Europe/Kyiv',
  US: 'America/New_York',
  UZ: 'Asia/Tashkent',
}

const zonesOf = (code: string): string[] => {
  const listed = getCountry(code)?.timezones ?? []
  const zones = [mainZones[code], ...listed].flatMap((zone) => canonicalZone(zone ?? '') ?? [])
  return [...new Set(zones)]
}

const currencies: Readonly<Record<string, string>> = countryToCurrency
const knownCurrencies = new Set(currencyCodes)

const currencyOf = (code: string): string => {
  const currency = currencies[code] ?? ''
  return knownCurrencies.has(currency) ? currency : 'USD'
}

/** The language that most people there speak, as it is written there, where Intl knows it. */
const localeOf = (code: string): string =>
  readLocale(`${new Intl.Locale(`und-${code}`).maximize().language}-${code}`) ?? `en-${code}`

/** Currency, time zones and locale of one country; without a zone of its own it gets UTC. */
export const countryDefaults = (code: string): CountryDefaults => {
  const zones = zonesOf(code)
  return {
    ...{ code, name: countryName(code), currency: currencyOf(code), locale: localeOf(code) },
    zones: zones.length > 0 ? zones : ['UTC'],
  }
}

/** Every country with what it proposes, by name. */
export const allCountryDefaults = (): CountryDefaults[] =>
  countryCodes.map(countryDefaults).toSorted((a, b) => a.name.localeCompare(b.name))
