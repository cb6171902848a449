import { z } from 'zod'

const schema = z.strictObject({
  /** Origin of the site and the panel, such as `https://book.example.com`; decides secure cookies. */
  serverURL: z.url().default('http://127.0.0.1:3000'),
  /** Further origins whose pages may send the panel's or the site's cookie. Default: none. */
  trustedOrigins: z.array(z.url()).default([]),
  /** Keep the schema but take the product's endpoints and commands away. Default: false. */
  disabled: z.boolean().default(false),
})

export type BookingsOptions = z.input<typeof schema>

/** The options with their defaults. @throws {z.ZodError} for an unknown or malformed option */
export const readOptions = (options: BookingsOptions): z.output<typeof schema> =>
  schema.parse(options)
