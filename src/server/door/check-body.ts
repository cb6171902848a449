import type { IncomingHttpHeaders } from 'node:http'
import { MIMEType } from 'node:util'
import { checkJson } from './check-request.ts'
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

/**
 * What the API reads: one JSON object, or a form with its boundary. Anything else is refused here,
 * before a reader that expects one of them.
 * @throws {Refusal} 415 for another type, 400 or 422 for a body that is not what its type says
 */
export const checkBody = (headers: IncomingHttpHeaders, body: Buffer): void => {
  const { essence, params } = typeIn(headers['content-type'])
  if (headers['content-encoding'] && headers['content-encoding'] !== 'identity') {
    throw refusal(415, 'invalid-input', 'Send the body as it is, without a Content-Encoding.')
  }
  if (essence === 'application/json') {
    if (charsets.includes(params.get('charset')?.toLowerCase() ?? null)) return checkJson(body)
    throw refusal(415, 'invalid-input', 'Send JSON in UTF-8.')
  }
  if (essence !== 'multipart/form-data') throw wrongType()
  const boundary = params.get('boundary') ?? ''
  if (boundary !== '' && boundary.length <= longestBoundary && body.includes(`--${boundary}`))
    return
  throw refusal(
    400,
    'invalid-input',
    'This form does not contain the boundary that its type names.',
  )
}
