import { hostileValue, spoil } from './hostile-body.ts'
import { oneOf, type Random } from './random-body.ts'

export type Carried = { headers: Record<string, string>; body?: string }

const boundary = 'fieldbookboundary'

const part = (disposition: string, value: string, type = '') =>
  `--${boundary}\r\nContent-Disposition: form-data; ${disposition}\r\n${type}\r\n${value}\r\n`

const end = `--${boundary}--\r\n`

/** A picture of one pixel, small enough to stand in a test. */
export const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

const fileNames = [
  ...['a.png', '\u202Egnp.exe', 'a\u0007b.png', '../../x.png', '.', '', 'a/b.png', 'x'.repeat(300)],
]

const multipart = (json: string, random: Random): string => {
  const name = oneOf(fileNames, random)
  const type = oneOf(['image/png', 'text/html', 'image/svg+xml', 'x', ''], random)
  const file = part(
    `name="file"; filename="${name}"`,
    oneOf([pixel.toString('latin1'), 'text', ''], random),
    type && `Content-Type: ${type}\r\n`,
  )
  const parts = [
    part('name="_payload"', oneOf([json, 'no json', 'null', '[1]', ''], random)),
    part('name="file"', oneOf(['{}', 'null', '{"filename":1}', 'x', json], random)),
    part('name="__proto__"', 'x'),
    part('name="alt"', 'x'),
    file,
  ]
  const chosen = parts.filter(() => random() < 0.5)
  return [...chosen, random() < 0.8 ? end : ''].join('')
}

const types = [
  ...['text/plain', 'application/xml', 'application/x-www-form-urlencoded', 'text/html', '*/*'],
  ...['application/octet-stream', 'x', '', ';', 'application/jsonp', 'application/vnd.api+json'],
  ...['application/json; charset=utf-16', 'APPLICATION/JSON', 'application/json;;', 'json'],
  ...['multipart/form-data', 'multipart/form-data; boundary=', 'multipart/mixed; boundary=x'],
  ...[
    'multipart/form-data; boundary="',
    'multipart/',
    `multipart/form-data; boundary=${'b'.repeat(200)}`,
  ],
]

const notJson = ['{', '{"a":}', 'null', '1', '"x"', '[]', '[1]', 'true', '', ' ', '{}x', '\uFEFF{}']

const asJson = (value: unknown): string => JSON.stringify(value) ?? ''

/** How a request may carry a body: mostly as JSON, now and then as anything else. */
export const carry = (body: unknown, random: Random): Carried => {
  const json = { 'content-type': 'application/json' }
  const kind = random()
  const text = asJson(spoil(body, random))
  if (kind < 0.72) return { headers: json, body: text }
  if (kind < 0.78) return { headers: json, body: oneOf(notJson, random) }
  if (kind < 0.8) return { headers: json, body: asJson(hostileValue(random)) }
  if (kind < 0.83) return { headers: {}, body: text }
  if (kind < 0.85) return { headers: {} }
  if (kind < 0.94) {
    const headers = { 'content-type': oneOf(types, random) }
    return { headers, body: oneOf([text, '', 'a=1&b=2', multipart(text, random)], random) }
  }
  const headers = { 'content-type': `multipart/form-data; boundary=${boundary}` }
  return { headers, body: multipart(text, random) }
}
