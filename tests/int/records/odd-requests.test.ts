import { existsSync } from 'node:fs'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Harness, openHarness } from '../../support/harness.ts'
import {
  type FrontDoor,
  openFrontDoor,
  type Received,
  type SendAs,
  sendAs,
} from '../../support/front-door.ts'
import { instants } from '../../support/hostile-body.ts'
import { insert } from '../../support/records.ts'

let harness: Harness
let door: FrontDoor
let send: SendAs

beforeAll(async () => {
  harness = await openHarness()
  door = await openFrontDoor(harness.app.payload, { url: harness.app.url })
  send = sendAs(harness.app.payload, door)
})
afterAll(async () => {
  await door?.close()
  await harness?.stop()
})

const json = { 'content-type': 'application/json' }
const codeOf = ({ text }: Received) =>
  (JSON.parse(text) as { errors?: { code: string }[] }).errors?.[0]?.code

/** What is no JSON object: its type, the body, and the answer. */
const noObjects: [type: string, body: string, status: number][] = [
  ['application/json', 'null', 400],
  ['application/json', '1', 400],
  ['application/json', '"x"', 400],
  ['application/json', '[{}]', 400],
  ['application/json', '{', 400],
  ['application/json; charset=utf-16', '{"name":"x"}', 415],
  ['text/plain', '{"name":"x"}', 415],
  ['application/x-www-form-urlencoded', 'name=x', 415],
  ['x', '{"name":"x"}', 415],
  ['', '{"name":"x"}', 415],
  ['multipart/mixed; boundary=one', '--one--', 415],
  ['multipart/form-data', 'name=x', 400],
  ['multipart/form-data; boundary=', 'name=x', 400],
  ['multipart/form-data; boundary=one', '--two--', 400],
]
const formWith = (payload: string) =>
  `--one\r\nContent-Disposition: form-data; name="_payload"\r\n\r\n${payload}\r\n--one--\r\n`

describe('a body that is no JSON object', () => {
  test.each(noObjects)(
    'of type "%s" with %j is refused with %i at every door',
    async (type, body, status) => {
      const headers: Record<string, string> = type === '' ? {} : { 'content-type': type }
      const paths = ['skills', 'globals/company', 'app/holds', 'app/session', 'users/login']
      for (const path of paths) {
        const asked = { method: 'POST', path: `/api/${path}`, body, as: 'admin' as const }
        const answer = await send({ ...asked, headers })
        expect([path, answer.status, codeOf(answer)]).toEqual([path, status, 'invalid-input'])
      }
    },
  )

  test.each(noObjects)(
    'of type "%s" with %j is refused by GraphQL, to strangers before it is read',
    async (type, body, status) => {
      const headers: Record<string, string> = type === '' ? {} : { 'content-type': type }
      const asked = { method: 'POST', path: '/api/graphql', body, headers }
      const staff = await send({ ...asked, as: 'admin' })
      const stranger = await send(asked)

      // GraphQL takes no files, so a form is of a wrong type here, whatever it contains.
      const expected = type.startsWith('multipart/') ? 415 : status
      expect([staff.status, codeOf(staff)]).toEqual([expected, 'invalid-input'])
      expect([stranger.status, codeOf(stranger)]).toEqual([401, 'not-signed-in'])
    },
  )

  test('is refused in a form too', async () => {
    const headers = { 'content-type': 'multipart/form-data; boundary=one' }
    const id = await insert(harness.app.payload, 'skills', { name: 'Skill' })
    for (const payload of ['no json', 'null', '[1]', '1', '"x"']) {
      for (const asked of [
        { method: 'POST', path: '/api/skills' },
        { method: 'PATCH', path: `/api/skills/${id}` },
      ]) {
        const { status } = await send({ ...asked, headers, body: formWith(payload), as: 'admin' })
        expect([400, 422], `${asked.method} ${payload}`).toContain(status)
      }
    }
  })

  test('is refused when it is not there at all', async () => {
    const { status } = await send({
      method: 'POST',
      path: '/api/skills',
      headers: json,
      as: 'admin',
    })
    expect(status).toBe(422)
  })
})

describe('a body with more values than a request may carry', () => {
  const many = Object.fromEntries(Array.from({ length: 5000 }, (_, at) => [`k${at}`, at]))
  const body = JSON.stringify({ name: 'Skill', ...many })
  const formHeaders = { 'content-type': 'multipart/form-data; boundary=one' }

  test.each([
    ['as JSON', json, body],
    ['in a form', formHeaders, formWith(body)],
    ['in nested lists', json, JSON.stringify({ name: Array.from({ length: 2500 }, () => [1]) })],
  ])('is refused %s, before any rule is asked', async (_, headers, sent) => {
    for (const path of ['skills', 'customers', 'bookings', 'app/bookings', 'app/session']) {
      const answer = await send({ method: 'POST', path: `/api/${path}`, headers, body: sent })
      expect([path, answer.status, codeOf(answer)]).toEqual([path, 413, 'too-large'])
    }
  })

  test('is no text that is full of commas', async () => {
    const name = `Skill ${','.repeat(6000)}`
    const asked = { method: 'POST', path: '/api/skills', as: 'admin' as const }
    const answer = await send({ ...asked, headers: json, body: JSON.stringify({ name }) })
    expect(answer.status).not.toBe(413)
  })
})

describe('a list', () => {
  test('that is null is empty, and anything else in its place is refused', async () => {
    const save = (exceptions: unknown) =>
      send({
        method: 'PATCH',
        path: `/api/locations/${harness.shop.location}`,
        headers: json,
        body: JSON.stringify({ exceptions }),
        as: 'admin',
      })

    expect((await save(null)).status).toBe(200)
    for (const wrong of [{ $push: [{}] }, {}, 'x', 7, true]) {
      const answer = await save(wrong)
      expect([wrong, answer.status, codeOf(answer)]).toEqual([wrong, 422, 'invalid-input'])
    }
  })
})

describe('an address with a percent sign that encodes nothing', () => {
  test.each([
    '/admin/collections/x/%E0%A4%A',
    '/book/%E0%A4%A',
    '/api/skills/%',
    '/l/%zz',
    '/?a=%E0%A4%A',
  ])('%s is refused with 400', async (path) => {
    expect((await send({ method: 'GET', path })).status).toBe(400)
  })
})

describe('an instant that no calendar of ours holds', () => {
  const questions = [
    `/api/app/slots/explain?service=direct&postcode=2000&start=`,
    `/api/app/slots/people?service=direct&postcode=2000&start=`,
    `/api/app/finder?service=direct&postcode=2000&start=`,
    `/api/app/finder/nearest?service=direct&postcode=2000&start=`,
    `/api/app/conflicts?from=`,
    `/api/app/board?to=2026-12-01&from=`,
    `/api/app/slots?service=direct&postcode=2000&to=2026-12-01&from=`,
  ]

  test.each(questions)('is refused with 422 by %s', async (path) => {
    for (const instant of instants) {
      const { status } = await send({
        method: 'GET',
        path: path + encodeURIComponent(instant),
        as: 'admin',
      })
      const isHeld = /^(2199|2016)/.test(instant)
      expect([instant, isHeld ? status < 500 : status]).toEqual([instant, isHeld ? true : 422])
    }
  })
})

const upload = async (name: string, boundary = 'one') => {
  const size = { width: 900, height: 700, channels: 3 as const, background: '#336699' }
  const picture = await sharp({ create: size }).png().toBuffer()
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: image/png\r\n\r\n`
  return send({
    ...{ method: 'POST', path: '/api/media', as: 'admin' as const },
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    body: Buffer.concat([Buffer.from(head), picture, Buffer.from(`\r\n--${boundary}--\r\n`)]),
  })
}
type Uploaded = { doc: { id: string; filename: string; url: string } }

describe('a picture', () => {
  test('is named by the product, so that two of one name at once are both stored', async () => {
    const answers = await Promise.all(
      ['one.png', 'one.png', '\u202Egnp.exe'].map((name) => upload(name)),
    )

    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201])
    const docs = answers.map(({ text }) => (JSON.parse(text) as Uploaded).doc)
    for (const { filename } of docs) expect(filename).toMatch(/^[\da-f-]{36}\.(png|webp)$/)
    expect(new Set(docs.map(({ filename }) => filename)).size).toBe(3)
    for (const { id, filename } of docs) {
      const read = await send({ method: 'GET', path: `/api/media/file/${filename}`, as: 'admin' })
      expect(read.status).toBe(200)
      await send({ method: 'DELETE', path: `/api/media/${id}`, as: 'admin' })
      expect(existsSync(`media/${filename}`)).toBe(false)
    }
  })

  test('comes as a file of its form: words in its place are refused with 400', async () => {
    const headers = { 'content-type': 'multipart/form-data; boundary=one' }
    const named = { filename: 'one.png', mimeType: 'image/png', size: 1 }
    const contexts = [undefined, null, 'x', {}, { signedReceipt: 7 }, { signedReceipt: 'a.b' }]
    const words = ['x', 'null', '1', '"x"', '[]', '{}']
    const stored = contexts.map((clientUploadContext) =>
      JSON.stringify({ ...named, clientUploadContext }),
    )
    for (const file of [...words, ...stored]) {
      const body = `--one\r\nContent-Disposition: form-data; name="file"\r\n\r\n${file}\r\n--one--\r\n`
      const asked = { method: 'POST', path: '/api/media', headers, body, as: 'admin' as const }
      const answer = await send(asked)
      expect([file, answer.status, codeOf(answer)]).toEqual([file, 400, 'invalid-input'])
    }
  })

  test('that is not there answers 404', async () => {
    await insert(harness.app.payload, 'media', { kind: 'service', filename: 'gone.webp' })
    for (const name of ['gone.webp', 'never.webp', 'a%2fb']) {
      const answer = await send({ method: 'GET', path: `/api/media/file/${name}`, as: 'admin' })
      expect([name, answer.status]).toEqual([name, 404])
    }
  })
})

describe('what is typed', () => {
  test('is stored without control characters and direction marks', async () => {
    const body = JSON.stringify({
      name: '\u202EevE\u2069 \u0007B\u200F',
      notes: 'one\ntwo\u061C',
      customer: harness.shop.customer,
    })
    const made = await send({
      method: 'POST',
      path: '/api/properties',
      headers: json,
      body,
      as: 'admin',
    })

    expect(JSON.parse(made.text)).toMatchObject({ doc: { name: 'evE B', notes: 'one\ntwo' } })
  })

  test('as a colour is six hexadecimal digits, for people and labels', async () => {
    const [person] = harness.shop.people
    const label = await insert(harness.app.payload, 'labels', { name: 'Label', colour: '#112233' })
    for (const path of [`/api/fieldworkers/${person}`, `/api/labels/${label}`]) {
      const save = (colour: unknown) =>
        send({
          method: 'PATCH',
          path,
          headers: json,
          body: JSON.stringify({ colour }),
          as: 'admin',
        })
      expect((await save('#2563eb')).status).toBe(200)
      for (const colour of ['red', '#2563e', 'url(https://evil.example)', '#2563eb;x', 7]) {
        expect([path, colour, (await save(colour)).status]).toEqual([path, colour, 422])
      }
    }
  })
})

describe('an answer', () => {
  test('with personal data is never cached', async () => {
    const paths = [
      '/api/users/me',
      '/api/customers',
      '/api/app/me',
      '/api/app/me/bookings',
      '/api/bookings',
      '/api/app/tabs',
    ]
    for (const path of paths) {
      const { headers } = await send({ method: 'GET', path, as: 'admin' })
      expect([path, headers['cache-control']]).toEqual([path, 'no-store'])
    }
  })
})
