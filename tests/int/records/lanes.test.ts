import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isPassword, isUpload, openLanes, uploadsAtOnce } from '../../../src/server/door/lanes.ts'
import { limitConcurrency } from '../../../src/server/door/limit-concurrency.ts'
import { mountApi } from '../../../src/server/mount-api.ts'
import { createShell } from '../../../src/server/shell.ts'

/** Work that ends when it is told to. */
const pending = () => {
  const { promise, resolve } = Promise.withResolvers<void>()
  return { work: () => promise, end: resolve }
}

describe('turns', () => {
  test('go round the callers: a caller with many requests delays only their own', async () => {
    const inTurn = limitConcurrency({ width: 1, waiting: 100 })
    const order: string[] = []
    const first = pending()
    const all = [inTurn(first.work, 'busy')]
    const ask = (caller: string, name: string) =>
      all.push(inTurn(async () => void order.push(name), caller))
    for (const number of [1, 2, 3]) ask('busy', `busy ${number}`)
    ask('ann', 'ann')
    ask('bo', 'bo')

    first.end()
    await Promise.all(all)

    expect(order).toEqual(['busy 1', 'ann', 'bo', 'busy 2', 'busy 3'])
  })

  test('are refused where too many wait, and free again afterwards', async () => {
    const inTurn = limitConcurrency({ width: 1, waiting: 1 })
    const [first, second] = [pending(), pending()]
    const all = [inTurn(first.work), inTurn(second.work)]

    await expect(inTurn(async () => 1)).rejects.toMatchObject({ status: 503, code: 'busy' })
    first.end()
    second.end()
    await Promise.all(all)
    expect(await inTurn(async () => 2)).toBe(2)
  })

  test('are refused to the caller with the longest queue, in favour of one with a shorter queue', async () => {
    const inTurn = limitConcurrency({ width: 1, waiting: 4 })
    const first = pending()
    const order: string[] = []
    const ask = (caller: string, name: string) =>
      inTurn(async () => void order.push(name), caller).catch(
        (error: { code?: string }) => void order.push(`${name}: ${error.code}`),
      )
    const all = [inTurn(first.work, 'busy')]
    for (const number of [1, 2, 3, 4, 5]) all.push(ask('busy', `busy ${number}`))
    for (const name of ['ann', 'bo', 'cy', 'di']) all.push(ask(name, name))
    // By now everybody has one piece waiting, so there is no room to make.
    all.push(ask('ed', 'ed'))

    first.end()
    await Promise.all(all)

    expect(order.filter((name) => name.includes(':')).toSorted()).toEqual([
      ...['busy 2: busy', 'busy 3: busy', 'busy 4: busy', 'busy 5: busy', 'di: busy', 'ed: busy'],
    ])
    expect(order.filter((name) => !name.includes(':'))).toEqual(['busy 1', 'ann', 'bo', 'cy'])
  })

  test('of passwords are not all of one address: someone else signs in meanwhile', async () => {
    const inTurn = openLanes()
    const guess = pending()
    const asked = () => new Request('http://127.0.0.1/api/app/session', { method: 'POST' })
    const guesses = Array.from({ length: 40 }, () =>
      inTurn(
        asked(),
        'attacker',
      )(guess.work).then(
        () => 'tried',
        () => 'busy',
      ),
    )

    const signIn = inTurn(asked(), 'ann')(async () => 'signed in')
    guess.end()

    expect(await signIn).toBe('signed in')
    const answers = await Promise.all(guesses)
    expect(answers.filter((answer) => answer === 'tried')).toHaveLength(17)
  })

  test('of pictures and passwords are none of everything else', async () => {
    const inTurn = openLanes()
    const [picture, password] = [pending(), pending()]
    const form = { 'content-type': 'multipart/form-data; boundary=x' }
    const asked = (path: string, headers: Record<string, string> = {}) =>
      new Request(`http://127.0.0.1${path}`, { method: 'POST', headers })
    const all = Array.from({ length: 6 }, (_, at) => [
      inTurn(asked('/api/media', form), `${at}`)(picture.work),
      inTurn(asked('/api/app/session'), `${at}`)(password.work),
    ]).flat()

    expect(await inTurn(asked('/api/app/bookings'), 'ann')(async () => 'booked')).toBe('booked')
    picture.end()
    password.end()
    await Promise.all(all)
  })
})

test.each([
  ['POST', '/api/media', 'multipart/form-data; boundary=x', true],
  ['PATCH', '/api/media/1', 'multipart/form-data; boundary=x', true],
  ['POST', '/api/media?depth=0', 'multipart/form-data; boundary=x', true],
  ['POST', '/api/media', 'application/json', false],
  ['GET', '/api/media', 'multipart/form-data; boundary=x', false],
  ['POST', '/api/bookings', 'multipart/form-data; boundary=x', false],
])('%s %s as %s is an upload: %s', (method, url, contentType, is) => {
  expect(isUpload({ method, url, contentType })).toBe(is)
})

test.each([
  ['POST', '/api/app/session', true],
  ['POST', '/api/app/session/reset', true],
  ['POST', '/api/users/login', true],
  ['POST', '/api/customers/login?depth=0', true],
  ['POST', '/api/app/me/password', true],
  ['POST', '/api/app/session/link', false],
  ['DELETE', '/api/app/session', false],
])('%s %s costs a password: %s', (method, url, is) => {
  expect(isPassword({ method, url, contentType: null })).toBe(is)
})

describe('the door', () => {
  const serverUrl = 'http://127.0.0.1'
  const shell = createShell({ serverUrl, trustProxy: 'loopback', log: () => undefined })
  const uploads = pending()
  let origin = ''

  beforeAll(async () => {
    const api = async ({ url }: Request) => {
      if (url.endsWith('/media')) await uploads.work()
      return Response.json({})
    }
    shell.open({
      api: mountApi({ api, serverUrl }),
      panel: (_req, res) => void res.end(),
      site: (_req, res) => void res.end(),
      mayEmbed: async () => false,
      accountOf: () => null,
      isDatabaseThere: async () => true,
    })
    await new Promise<void>((resolve) => shell.server.listen(0, '127.0.0.1', resolve))
    origin = `http://127.0.0.1:${(shell.server.address() as AddressInfo).port}`
  })
  afterAll(() => shell.close())

  const send = (path: string, size: number) => {
    const body = new FormData()
    body.set('file', new Blob([new Uint8Array(size)], { type: 'image/png' }), 'a.png')
    return fetch(origin + path, { method: 'POST', body })
  }

  test('holds six pictures, and asks who comes then to come again', async () => {
    const all = Array.from({ length: uploadsAtOnce + 1 }, () => send('/api/media', 10))
    const refused = await Promise.race(all)

    expect(refused.headers.get('retry-after')).toBe('1')
    expect(refused.status).toBe(503)
    expect(await refused.json()).toMatchObject({ errors: [{ code: 'busy' }] })
    expect((await fetch(`${origin}/api/app/services`)).status).toBe(200)
    uploads.end()
    const statuses = (await Promise.all(all)).map(({ status }) => status)
    expect(statuses.toSorted()).toEqual([...Array(uploadsAtOnce).fill(200), 503])
  })

  test('takes eleven megabytes of a picture and one of anything else', async () => {
    expect((await send('/api/media', 2_000_000)).status).toBe(200)
    expect((await send('/api/bookings', 2_000_000)).status).toBe(413)
  })
})
