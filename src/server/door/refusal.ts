import { faultCode, type RefusalCode } from '../../domain/refusals.ts'

/** A "no" of the front door, answered in the one shape of the application API. */
export type Refusal = Error & { status: number; code: RefusalCode; field?: string }

export const refusal = (
  status: number,
  code: RefusalCode,
  message: string,
  field?: string,
): Refusal => Object.assign(new Error(message), { status, code, ...(field && { field }) })

/** Recognised by what it carries: errors of other packages' copies count too. */
export const statusOf = (error: unknown): number => {
  const { status, statusCode } = (error ?? {}) as { status?: unknown; statusCode?: unknown }
  const stated = Number(status ?? statusCode)
  return stated >= 400 && stated < 600 ? stated : 500
}

export const bodyOf = (error: unknown): { errors: object[] } => {
  const status = statusOf(error)
  const { code, message, field } = (error ?? {}) as Partial<Refusal>
  if (status >= 500 && !(status === 503 && code === 'busy')) {
    return { errors: [{ code: faultCode, message: 'Something went wrong. Try again.' }] }
  }
  const named = code && /^[a-z-]+$/.test(code) ? code : 'invalid-input'
  return { errors: [{ code: named, message: message ?? 'Refused.', ...(field && { field }) }] }
}
