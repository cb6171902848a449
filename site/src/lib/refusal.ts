import { z } from 'zod'

const refusalBody = z.object({
  errors: z
    .array(
      z.object({
        code: z.string().default('refused'),
        message: z.string().default(''),
        field: z.string().nullish(),
        details: z.unknown().optional(),
      }),
    )
    .min(1),
})

/** What the application said no to, in its own words. */
export type Refusal = {
  status: number
  code: string
  message: string
  /** Dotted path in the request body, when one value is at fault. */
  field: string | null
  details: unknown
  /** Every refused value, the first one included. */
  all: { code: string; message: string; field: string | null }[]
}

const plainWords: Record<number, string> = {
  401: 'Please sign in to go on.',
  403: 'You may not do this.',
  404: 'We could not find this.',
  429: 'Too many tries in a short time. Please wait a minute and try again.',
  503: 'We are very busy right now. Nothing was saved; please try again in a moment.',
}
const unknownWords =
  'Our booking system could not answer. Nothing was saved; please try again, or call us.'

/** Reads a refusal out of an answer; an answer of another shape becomes a sentence of ours. */
export function refusalOf(status: number, body: unknown): Refusal {
  const parsed = refusalBody.safeParse(body)
  if (!parsed.success || status >= 500) {
    const message = plainWords[status] ?? unknownWords
    const code = status === 404 ? 'not-found' : 'unavailable'
    return { status, code, message, field: null, details: null, all: [] }
  }
  const all = parsed.data.errors.map(({ code, message, field }) => ({
    code,
    message: message || (plainWords[status] ?? unknownWords),
    field: field ?? null,
  }))
  const [first] = all
  const details = parsed.data.errors[0]?.details ?? null
  return { status, details, all, ...(first as (typeof all)[number]) }
}
