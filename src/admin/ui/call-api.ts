import { inOwnWords } from './team-word.ts'

export type Refusal = { code: string; message: string; field?: string; details?: unknown }
export type Answer<T> = { ok: true; data: T } | { ok: false; status: number; errors: Refusal[] }

type CallOptions = {
  method?: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  body?: unknown
  /** Sent instead of a body: files and what belongs to them. */
  form?: FormData
  key?: string
  headers?: Record<string, string>
}

const unreachable: Refusal = {
  code: 'unreachable',
  message: 'The server did not answer. Check the connection and try again; nothing was lost here.',
}

const isAnswerWithErrors = (value: unknown): value is { errors: Refusal[] } =>
  typeof value === 'object' &&
  value !== null &&
  Array.isArray((value as { errors?: unknown }).errors)

const anyId = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g

/** Ids that this page has just written, and when it was answered (epoch ms). */
const written = new Map<string, number>()
const ownMs = 5000

const note = (text: string) => {
  for (const [id] of text.matchAll(anyId)) written.set(id, Date.now())
}

/** Whether this page itself has changed that record within the last seconds. */
export const isOwnWrite = (id: string): boolean => Date.now() - (written.get(id) ?? 0) < ownMs

/** One call of the application API with the panel's session; refusals come back as data. */
export const callApi = async <T>(path: string, options: CallOptions = {}): Promise<Answer<T>> => {
  const { method = 'GET', body, form, key, headers } = options
  const isWrite = method !== 'GET'
  if (isWrite) note(path)
  try {
    const response = await fetch(path, {
      method,
      credentials: 'same-origin',
      headers: {
        Accept: 'application/json',
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...(key ? { 'Idempotency-Key': key } : {}),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(form && { body: form }),
    })
    const data: unknown = await response.json().catch(() => ({}))
    if (isWrite) note(`${path} ${JSON.stringify(data)}`)
    if (response.ok) return { ok: true, data: data as T }
    const errors = (isAnswerWithErrors(data) ? data.errors : []).map((error) => ({
      ...error,
      message: inOwnWords(error.message),
    }))
    return {
      ok: false,
      status: response.status,
      errors: errors.length > 0 ? errors : [{ code: 'error', message: response.statusText }],
    }
  } catch {
    return { ok: false, status: 0, errors: [unreachable] }
  }
}
