import { z } from 'zod'
import { currencyRefusal, readCurrency } from '../../domain/money/currency.ts'
import { countryRefusal, readCountry } from '../../domain/records/country.ts'
import { localeRefusal, readLocale } from '../../domain/records/locale.ts'
import { canonicalZone } from '../../domain/scheduling/zone-name.ts'
import { weekdays } from '../../domain/scheduling/working-hours.ts'
import { postcodesRefusal, readPostcodes } from '../../domain/scheduling/read-postcodes.ts'
import { email } from '../people/email.ts'
import { text } from '../text.ts'

/** A text that `read` knows; anything else is refused with `refusal`. */
const readBy = <Value>(max: number, read: (typed: string) => Value | null, refusal: string) =>
  z
    .string()
    .max(max)
    .transform((typed, context) => {
      const value = read(typed.trim())
      if (value !== null) return value
      context.addIssue({ code: 'custom', message: refusal })
      return z.NEVER
    })

const zoneRefusal = 'Choose a time zone such as Australia/Sydney.'
const wallClock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Give a time such as 08:00.')

const companySchema = z.strictObject({
  name: text(120).min(1),
  email,
  phone: text(60).optional(),
  country: readBy(60, readCountry, countryRefusal),
  timezone: readBy(60, canonicalZone, zoneRefusal),
  currency: readBy(10, readCurrency, currencyRefusal),
  locale: readBy(35, readLocale, localeRefusal),
})

/** At customers' addresses in some postcodes, or at one place of the company's own. */
const whereSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('postcodes'),
    postcodes: readBy(10_000, readPostcodes, postcodesRefusal),
  }),
  z.strictObject({
    kind: z.literal('place'),
    line1: text(200).min(1),
    suburb: text(100).optional(),
    postcode: text(20).optional(),
  }),
])

const serviceSchema = z.strictObject({
  name: text(120).min(1),
  durationMinutes: z.int().min(5).max(1440).multipleOf(5),
  /** In minor units of the company's currency. */
  priceAmount: z.int().min(0).max(100_000_000),
})

const hoursSchema = z
  .array(
    z.strictObject({
      days: z.array(z.enum(weekdays)).min(1).max(7),
      start: wallClock,
      end: wallClock,
    }),
  )
  .min(1)
  .max(30)

/** The first fieldworker: the caller, or somebody who is invited by email where one is given. */
const personSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('me'), name: text(120).min(1) }),
  z.strictObject({ kind: z.literal('other'), name: text(120).min(1), email: email.optional() }),
])

/** Body of `POST /app/setup/start`: all that a company needs before customers can book. */
export const startCompanySchema = z.strictObject({
  company: companySchema,
  where: whereSchema,
  service: serviceSchema,
  hours: hoursSchema,
  person: personSchema,
  /** The name of the demo company that is deleted, typed to confirm. */
  emptying: text(200).optional(),
})
export type StartCompany = z.output<typeof startCompanySchema>
export type StartCompanyInput = z.input<typeof startCompanySchema>

/** Where customers book, and the lines that put booking on a website. */
export const startedCompanySchema = z.object({
  service: z.object({ id: z.string(), slug: z.string() }),
  bookingPage: z.url(),
  embed: z.string(),
})
export type StartedCompany = z.infer<typeof startedCompanySchema>
