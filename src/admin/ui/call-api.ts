export type Refusal = { code: string; message: string; field?: string; details?: unknown }
export type Answer<T> = { ok: true; data: T } | { ok: false; status: number; errors: Refusal[] }

type CallOptions = {
  method?: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  body?: unknown
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

let lastWriteAt = 0

/** Milliseconds since this page last changed something. */
export const sinceLastWrite = (): number => Date.now() - lastWriteAt

/** One call of the application API with the panel's session; refusals come back as data. */
export const callApi = async <T>(path: string, options: CallOptions = {}): Promise<Answer<T>> => {
  const { method = 'GET', body, key, headers } = options
  if (method !== 'GET') lastWriteAt = Date.now()
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
    })
    const data: unknown = await response.json().catch(() => ({}))
    if (response.ok) return { ok: true, data: data as T }
    const errors = isAnswerWithErrors(data) ? data.errors : []
    return {
      ok: false,
      status: response.status,
      errors: errors.length > 0 ? errors : [{ code: 'error', message: response.statusText }],
    }
  } catch {
    return { ok: false, status: 0, errors: [unreachable] }
  }
}
