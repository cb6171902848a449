import { setTimeout as pause } from 'node:timers/promises'

type Schema<Answer> = {
  safeParse: (value: unknown) => { success: true; data: Answer } | { success: false }
}

type Question = {
  url: URL
  headers?: Record<string, string>
  /** Sent by POST as JSON; without one it is a GET. */
  body?: unknown
  /** How long one try may take. Default: 5,000 ms. */
  patienceMs?: number
  /** A longer answer counts as none. Default: 5,000,000 characters. */
  longest?: number
}

const passing = new Set([429, 500, 502, 503, 504])
const longestWaitMs = 2_000

/** Text of an answer, or null where it is longer than it may be. */
const textOf = async (response: Response, longest: number): Promise<string | null> => {
  const decoder = new TextDecoder()
  let text = ''
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk as Uint8Array, { stream: true })
    if (text.length > longest) return null
  }
  return text + decoder.decode()
}

const tryOnce = async (
  question: Question,
): Promise<{ value: unknown } | { waitMs: number } | null> => {
  const { url, headers, body, patienceMs = 5_000, longest = 5_000_000 } = question
  const sent = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }
  const response = await fetch(url, {
    ...sent,
    headers: { accept: 'application/json', 'content-type': 'application/json', ...headers },
    redirect: 'error',
    signal: AbortSignal.timeout(patienceMs),
  })
  if (response.ok) {
    const text = await textOf(response, longest)
    return text === null ? null : { value: JSON.parse(text) }
  }
  await response.body?.cancel()
  if (!passing.has(response.status)) return null
  const seconds = Number(response.headers.get('retry-after') ?? 0.2)
  return { waitMs: Math.min(longestWaitMs, Number.isFinite(seconds) ? seconds * 1000 : 200) }
}

/**
 * Asks a server of somebody's for JSON of a shape, once more where it says that it is busy; null
 * where it does not answer in time, or answers something else. For questions that change nothing.
 */
export const askJson = async <Answer>(
  schema: Schema<Answer>,
  question: Question,
): Promise<Answer | null> => {
  try {
    let answer = await tryOnce(question)
    if (answer && 'waitMs' in answer) {
      await pause(answer.waitMs)
      answer = await tryOnce(question)
    }
    if (!answer || !('value' in answer)) return null
    const read = schema.safeParse(answer.value)
    return read.success ? read.data : null
  } catch {
    return null
  }
}
