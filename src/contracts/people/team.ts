import { z } from 'zod'
import { text } from '../text.ts'
import { zoneName } from '../scheduling/zone-name.ts'
import { email } from './email.ts'

const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Give a time such as 08:30.')
const ids = z.array(z.uuid()).max(500)

const point = z.strictObject({
  lat: z.number().min(-90).max(90),
  lng: z.number().min(-180).max(180),
})

/** Body of `POST /fieldworkers/:id/login`: by default the address and role that suit the person. */
export const giveLoginSchema = z.strictObject({
  email: email.optional(),
  role: z.uuid().optional(),
})
export type GiveLogin = z.infer<typeof giveLoginSchema>

/** Body of `POST /app/team`: what is left out is as it usually is in the company. */
export const addFieldworkerSchema = z.strictObject({
  name: text(200).min(1, 'Enter a name.'),
  email: email.optional(),
  phone: text(60).optional(),
  colour: text(7).optional(),
  /** All active services where nothing is said. */
  services: ids.optional(),
  skills: ids.optional(),
  areas: ids.optional(),
  locations: ids.optional(),
  home: point.optional(),
  /** The company's where nothing is said. */
  timezone: zoneName.optional(),
  /** The week that most of the team work where nothing is said. */
  workingHours: z
    .array(z.strictObject({ days: z.array(z.enum(days)).min(1).max(7), start: clock, end: clock }))
    .max(30)
    .optional(),
  /** Whether they get a login and an invitation. */
  login: z.boolean().optional(),
})
export type AddFieldworker = z.infer<typeof addFieldworkerSchema>

export const addFieldworkerAnswerSchema = z.object({
  id: z.uuid(),
  /** The account, where a login was asked for. */
  user: z.uuid().nullable(),
})
export type AddFieldworkerAnswer = z.infer<typeof addFieldworkerAnswerSchema>

export const giveLoginAnswerSchema = z.object({ user: z.uuid() })

/** `GET /app/postcode-point`. */
export const postcodePointQuerySchema = z.strictObject({ postcode: text(20).min(1) })

/** About where a postcode is; null where no address with it is on the map. */
export const postcodePointAnswerSchema = z.object({ coordinates: point.nullable() })
export type PostcodePointAnswer = z.infer<typeof postcodePointAnswerSchema>
