import type { IncomingHttpHeaders } from 'node:http'
import { MIMEType } from 'node:util'
import { checkJson, checkShape } from './check-request.ts'
import { refusal } from './refusal.ts'

const wrongType = () =>
  refusal(
    415,
    'invalid-input',
    'Send JSON (Content-Type: application/json) or, with files, a form (multipart/form-data).',
  )

const typeIn = (value: string | undefined): MIMEType => {
  try {
    return new MIMEType(value ?? '')
  } catch {
    throw wrongType()
  }
}

const longestBoundary = 70
const charsets = [null, 'utf-8', 'utf8', 'us-ascii']

const checkCharset = (params: MIMEType['params']): void => {
  if (charsets.includes(params.get('charset')?.toLowerCase() ?? null)) return
  throw refusal(415, 'invalid-input', 'Send JSON in UTF-8.')
}

const checkEncoded = (encoding: string | null | undefined): void => {
  if (!encoding || encoding === 'identity') return
  throw refusal(415, 'invalid-input', 'Send the body as it is, without a Content-Encoding.')
}

/** @throws {Refusal} 415 unless the headers announce JSON in UTF-8, sent as it is */
export const checkJsonHeaders = (headers: Headers): void => {
  const { essence, params } = typeIn(headers.get('content-type') ?? undefined)
  checkEncoded(headers.get('content-encoding'))
  if (essence !== 'application/json') {
    throw refusal(415, 'invalid-input', 'Send JSON (Content-Type: application/json).')
  }
  checkCharset(params)
}

/** The parts of a form, each with its head. */
const partsOf = (body: Buffer, boundary: string): Buffer[] => {
  const line = `--${boundary}`
  const starts: number[] = []
  for (let at = body.indexOf(line); at >= 0; at = body.indexOf(line, at + line.length))
    starts.push(at + line.length)
  return starts.map((start, at) => body.subarray(start, starts[at + 1]))
}

/** Records come in a form beside their files, as JSON that keeps the same limits. */
const checkForm = (body: Buffer, boundary: string): void => {
  for (const part of partsOf(body, boundary)) {
    const end = part.indexOf('\r\n\r\n')
    const head = part.subarray(0, Math.max(0, end)).toString('latin1')
    const isFile = /filename\*?=/i.test(head) && !head.includes('_payload')
    if (!isFile) checkShape(part.subarray(end).toString('utf8'))
  }
}

/**
 * What the API reads: one JSON object, or a form with its boundary. Anything else is refused here,
 * before a reader that expects one of them.
 * @throws {Refusal} 415 for another type, 400 or 422 for a body that is not what its type says
 */
export const checkBody = (headers: IncomingHttpHeaders, body: Buffer): void => {
  const { essence, params } = typeIn(headers['content-type'])
  checkEncoded(headers['content-encoding'])
  if (essence === 'application/json') {
    checkCharset(params)
    return checkJson(body)
  }
  if (essence !== 'multipart/form-data') throw wrongType()
  const boundary = params.get('boundary') ?? ''
  if (boundary !== '' && boundary.length <= longestBoundary && body.includes(`--${boundary}`))
    return checkForm(body, boundary)
  throw refusal(
    400,
    'invalid-input',
    'This form does not contain the boundary that its type names.',
  )
}
