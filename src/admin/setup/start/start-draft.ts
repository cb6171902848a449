import type { StartCompanyInput } from '../../../contracts/setup/start-company.ts'
import type { CountryDefaults } from '../../../domain/setup/country-defaults.ts'
import { trades } from '../../../domain/setup/trades.ts'
import { rowsOf, type Week } from '../../scheduling/week.ts'
import { minorOf } from '../../ui/minor-of.ts'

/** What the guide is told, as it is typed. */
export type StartDraft = {
  company: StartCompanyInput['company'] & { phone: string }
  kind: 'place' | 'postcodes'
  postcodes: string
  address: { line1: string; suburb: string; postcode: string }
  trade: string
  service: string
  minutes: string
  price: string
  week: Week
  person: { kind: 'me' | 'other'; name: string; email: string }
  emptying: string
}

const workday = [{ start: '08:00', end: '17:00' }]

export const emptyStart: StartDraft = {
  company: {
    ...{ name: '', email: '', phone: '', country: '' },
    ...{ timezone: '', currency: '', locale: '' },
  },
  kind: 'postcodes',
  postcodes: '',
  address: { line1: '', suburb: '', postcode: '' },
  ...{ trade: '', service: '', minutes: '60', price: '', emptying: '' },
  week: {
    ...{ mon: workday, tue: workday, wed: workday, thu: workday, fri: workday },
    ...{ sat: [], sun: [] },
  },
  person: { kind: 'me', name: '', email: '' },
}

/** What the country proposes; the browser's own time zone where the country has it. */
export const proposedBy = (
  { code, currency, locale, zones }: CountryDefaults,
  own: string,
): Partial<StartDraft['company']> => ({
  ...{ country: code, currency, locale },
  timezone: zones.includes(own) ? own : (zones[0] ?? 'UTC'),
})

/** The first service of a trade, with its usual length. */
export const serviceOf = (key: string): Partial<StartDraft> => {
  const trade = trades.find((each) => each.key === key)
  if (!trade) return { trade: key }
  return { trade: key, service: trade.service, minutes: String(trade.durationMinutes) }
}

const priceOf = ({ price, company }: StartDraft): number =>
  price.trim() === '' ? 0 : minorOf(price, company.currency)

const whereOf = ({ kind, postcodes, address }: StartDraft): StartCompanyInput['where'] => {
  if (kind === 'postcodes') return { kind, postcodes }
  const { line1, suburb, postcode } = address
  return { kind, line1, ...(suburb && { suburb }), ...(postcode && { postcode }) }
}

const personOf = ({ person }: StartDraft): StartCompanyInput['person'] => {
  const { kind, name, email } = person
  return kind === 'me' ? { kind, name } : { kind, name, ...(email && { email }) }
}

/** The body of `POST /app/setup/start`. */
export const bodyOf = (draft: StartDraft): StartCompanyInput => {
  const { phone, ...company } = draft.company
  return {
    company: { ...company, ...(phone && { phone }) },
    where: whereOf(draft),
    service: {
      name: draft.service,
      durationMinutes: Number(draft.minutes),
      priceAmount: priceOf(draft),
    },
    hours: rowsOf(draft.week),
    person: personOf(draft),
    ...(draft.emptying && { emptying: draft.emptying }),
  }
}

export const stepTitles = [
  'Your company',
  'Where you work',
  'Your first service',
  'Hours and people',
] as const

const wanted: readonly ((draft: StartDraft) => [missing: boolean, what: string][])[] = [
  ({ company: { name, email, country } }) => [
    [!name.trim(), 'the company’s name'],
    [!/.+@.+/.test(email), 'an email address'],
    [!country, 'a country'],
  ],
  ({ kind, postcodes, address }) => [
    [kind === 'postcodes' && !postcodes.trim(), 'a postcode'],
    [kind === 'place' && !address.line1.trim(), 'a street'],
  ],
  (draft) => [
    [!draft.service.trim(), 'the service’s name'],
    [
      !(Number(draft.minutes) >= 5 && Number(draft.minutes) % 5 === 0),
      'a length in steps of 5 minutes',
    ],
    [Number.isNaN(priceOf(draft)), 'a price in figures'],
  ],
  ({ person, week }) => [
    [rowsOf(week).length === 0, 'at least one working day'],
    [!person.name.trim(), 'the fieldworker’s name'],
  ],
]

/** What a step still needs. */
export const missingIn = (draft: StartDraft, step: number): string[] =>
  (wanted[step]?.(draft) ?? []).flatMap(([isMissing, what]) => (isMissing ? [what] : []))
