import { z } from 'zod'
import type { Webhook } from './integrations.ts'

const verbs = ['verify', 'read', 'handle'] as const

const webhook = z.custom<Webhook>((value) => {
  const { name, ...offer } = (value ?? {}) as Webhook
  const isNamed = typeof name === 'string' && /^[a-z][a-z0-9-]{0,49}$/.test(name)
  return isNamed && verbs.every((verb) => typeof offer[verb] === 'function')
}, 'A webhook has a kebab-case name and the functions verify, read and handle.')

const hasOneOfEachName = (webhooks: Webhook[]) =>
  new Set(webhooks.map(({ name }) => name)).size === webhooks.length

const schema = z.strictObject({
  /** Origin of the site and the panel, such as `https://book.example.com`; decides secure cookies. */
  serverURL: z.url().default('http://127.0.0.1:3000'),
  /** Further origins whose pages may send the panel's or the site's cookie. Default: none. */
  trustedOrigins: z.array(z.url()).default([]),
  /** Keep the schema but take the product's endpoints and commands away. Default: false. */
  disabled: z.boolean().default(false),
  /** Providers that may call `POST /api/webhooks/<name>`. Default: none. */
  webhooks: z
    .array(webhook)
    .refine(hasOneOfEachName, 'Two webhooks have the same name.')
    .default([]),
})

export type BookingsOptions = z.input<typeof schema>

/** The options with their defaults. @throws {z.ZodError} for an unknown or malformed option */
export const readOptions = (options: BookingsOptions): z.output<typeof schema> =>
  schema.parse(options)
