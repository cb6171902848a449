import type { Slot } from '../lib/shapes.ts'

/** What the application said no to; status 0 means that no answer came. */
export type Refusal = {
  status: number
  code: string
  message: string
  /** Refused values by their dotted path in the request. */
  fields: Record<string, string>
  alternatives: Slot[]
  /** Seconds to wait, where the answer names them. */
  retryAfter: number | null
}

type Said = {
  code?: unknown
  message?: unknown
  field?: unknown
  details?: { alternatives?: Slot[] } | null
}

/** Reads a refusal out of an answer of any shape. */
export const refusalOf = (status: number, body: unknown, retryAfter: string | null): Refusal => {
  const { errors } = (body ?? {}) as { errors?: unknown }
  const said = (Array.isArray(errors) ? errors : []) as Said[]
  const fields: Record<string, string> = {}
  for (const { field, message } of said) {
    if (typeof field === 'string') fields[field] ??= String(message ?? '')
  }
  const { code, message, details } = said[0] ?? {}
  return {
    status,
    code: typeof code === 'string' ? code : '',
    message: typeof message === 'string' ? message : '',
    fields,
    alternatives: (details?.alternatives ?? []).slice(0, 3),
    retryAfter: Number(retryAfter) || null,
  }
}

/** No answer came. */
export const lost: Refusal = {
  status: 0,
  code: 'lost',
  message: '',
  fields: {},
  alternatives: [],
  retryAfter: null,
}

/** Whether nobody knows if the request took effect. */
export const isUnknown = ({ status }: Refusal): boolean => [0, 502, 504].includes(status)
