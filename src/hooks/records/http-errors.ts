import type { AfterErrorHook } from 'payload'
import { isConnectionLost, postgresCode } from '../../database/errors.ts'
import {
  type AnswerCode,
  faultCode,
  isRefusalCode,
  type RefusalCode,
  statusOfCode,
} from '../../domain/refusals.ts'

type Refusal = { code: AnswerCode; message: string; field?: string; details?: unknown }
type Rendered = { status: number; refusal: Refusal }

const codes: Record<number, RefusalCode> = {
  400: 'invalid-input',
  401: 'not-signed-in',
  403: 'not-allowed',
  404: 'not-found',
  409: 'transition-refused',
  413: 'too-large',
  429: 'rate-limited',
}

const busy: Rendered = {
  status: 503,
  refusal: { code: 'busy', message: 'Someone else is changing this right now. Try again.' },
}

/** The database was stopped or restarted, or has ended a connection that was idle for too long. */
const disconnected: Rendered = {
  status: 503,
  refusal: {
    code: 'busy',
    message: 'The database could not be reached. Try again in a moment.',
  },
}

/** Of a number, a date or a text, such as one with a NUL, that the database cannot hold. */
const wrongForm: Rendered = {
  status: 422,
  refusal: { code: 'invalid-input', message: 'A value has the wrong form.' },
}

const byPostgresCode: Record<string, Rendered> = {
  '23P01': {
    status: 409,
    refusal: {
      code: 'slot-taken',
      message: 'This time is no longer available. Choose another one.',
    },
  },
  '40P01': busy,
  '40001': busy,
  '55P03': busy,
  '57014': busy,
  '22P02': wrongForm,
  '22001': wrongForm,
  '22003': wrongForm,
  '22007': wrongForm,
  '22008': wrongForm,
  '22009': wrongForm,
  '22021': wrongForm,
  '22P05': wrongForm,
  '23505': {
    status: 422,
    refusal: {
      code: 'invalid-input',
      message: 'Another record already has this value. Choose a different one.',
    },
  },
  '23503': {
    status: 422,
    refusal: { code: 'invalid-input', message: 'A record that is referred to does not exist.' },
  },
}

type Thrown = {
  code?: unknown
  name?: string
  message?: string
  status?: unknown
  field?: unknown
  details?: unknown
  issues?: { path: PropertyKey[]; message: string; keys?: string[] }[]
  data?: { errors?: { path?: string; message?: string }[] } | { path?: string }[] | null
}

/** How the framework's reader of forms says that an upload broke off or makes no sense. */
const brokenForm =
  /^(Unexpected end of form|Malformed part header|Unsupported content type|Multipart: )|\(reading 'clientUploadContext'\)$/

/** How the parser says that what came in a form's `_payload` is not JSON. */
const brokenJson = /( in JSON at position \d+| is not valid JSON|^Unexpected end of JSON input)/

/** How the pool says that no connection became free in time. */
const fullPool = /^timeout exceeded when trying to connect/

const overloaded: Refusal = {
  code: 'busy',
  message: 'Too much is going on at once. Try again in a moment.',
}

/** A filter or an order by a field that the caller may not read: as by one that is not there. */
const unreadable = (paths: { path?: string }[]): { status: number; refusals: Refusal[] } => ({
  status: 422,
  refusals: paths.map(({ path = '' }) => ({
    code: 'invalid-input',
    message: `These records cannot be filtered or sorted by “${path}”.`,
    field: path,
  })),
})

type Answer = { status: number; refusals: Refusal[] }

const byPath = (issues: NonNullable<Thrown['issues']>): Answer => ({
  status: 422,
  refusals: issues.map(({ path, message, keys = [] }) => {
    // A name that the schema does not know stands beside the path to its object.
    const field = [...path, ...keys.slice(0, 1)].map(String).join('.')
    return { code: 'invalid-input', message, ...(field && { field }) }
  }),
})

/** A refusal of the domain, with what it carries. */
const byDomainCode = (code: RefusalCode, { message, field, details, status }: Thrown): Answer => {
  const refusal: Refusal = { code, message: message ?? 'Refused.' }
  if (typeof field === 'string') refusal.field = field
  if (details !== undefined) refusal.details = details
  return { status: typeof status === 'number' ? status : statusOfCode(code), refusals: [refusal] }
}

const single = ({ status, refusal }: Rendered): Answer => ({ status, refusals: [refusal] })

/** A body that cannot be read. */
const byBody = ({ name, message = '' }: Thrown): Answer | null => {
  const refused = (words: string) =>
    single({ status: 400, refusal: { code: 'invalid-input', message: words } })
  if (brokenForm.test(message)) return refused('The upload is not a complete form.')
  if (name === 'SyntaxError' && brokenJson.test(message)) return refused('The body is not JSON.')
  return null
}

/** An error of the framework: its fields where it names any, else its status. */
const byStatus = (thrown: Thrown): Answer => {
  const status = typeof thrown.status === 'number' ? thrown.status : 500
  const fields = Array.isArray(thrown.data) ? undefined : thrown.data?.errors
  if (Array.isArray(fields) && fields.length > 0 && status < 500) {
    const refusals = fields.map(({ path, message }) => ({
      code: 'invalid-input' as const,
      message: message ?? 'This value is not valid.',
      ...(path && { field: path }),
    }))
    return { status: 422, refusals }
  }
  const message = status < 500 && thrown.message ? thrown.message : 'Something went wrong.'
  const code = codes[status] ?? (status < 500 ? 'invalid-input' : faultCode)
  return { status, refusals: [{ code, message }] }
}

/** Status and body of a refusal, recognised by what the error carries and never by its class. */
export function renderRefusal(error: unknown): Answer {
  const thrown = (error ?? {}) as Thrown
  if (Array.isArray(thrown.issues)) return byPath(thrown.issues)
  if (isRefusalCode(thrown.code)) return byDomainCode(thrown.code, thrown)
  if (thrown.name === 'QueryError' && Array.isArray(thrown.data)) return unreadable(thrown.data)
  const byCode = byPostgresCode[postgresCode(error) ?? '']
  if (byCode) return single(byCode)
  if (fullPool.test(thrown.message ?? '')) return single({ status: 503, refusal: overloaded })
  if (isConnectionLost(error)) return single(disconnected)
  return byBody(thrown) ?? byStatus(thrown)
}

/** Whatever keeps us busy is mostly over by then. */
const retryAfterSeconds = '1'

/** Renders every error of REST in the one shape of the application API. */
export const renderError: AfterErrorHook = ({ error, graphqlResult, req }) => {
  const { originalError } = error as { originalError?: unknown }
  const { status, refusals } = renderRefusal(originalError ?? error)
  if (status === 503) {
    req.responseHeaders = new Headers(req.responseHeaders)
    req.responseHeaders.set('Retry-After', retryAfterSeconds)
  }
  if (graphqlResult) {
    const [first] = refusals
    return {
      status,
      graphqlResult: {
        ...graphqlResult,
        message: first?.message ?? graphqlResult.message,
        extensions: { ...first, statusCode: status },
      },
    } as never
  }
  return { status, response: { errors: refusals } }
}
