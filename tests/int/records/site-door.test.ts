import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildSite } from '../../../src/server/build.ts'
import { mountSite } from '../../../src/server/mount-site.ts'
import { type Harness, openHarness } from '../../support/harness.ts'
import { type FrontDoor, openFrontDoor, type SendAs, sendAs } from '../../support/front-door.ts'
import { emailOf, password } from '../../support/people.ts'

let harness: Harness
let door: FrontDoor
let send: SendAs

beforeAll(async () => {
  await buildSite(() => undefined)
  harness = await openHarness()
  const { payload, url } = harness.app
  door = await openFrontDoor(payload, { url, site: (api) => mountSite({ api }) })
  send = sendAs(payload, door)
}, 300_000)
afterAll(async () => {
  await door?.close()
  await harness?.stop()
})

const json = { 'content-type': 'application/json' }

describe('a page', () => {
  test('that does not exist may be framed by the same sites as any other page', async () => {
    for (const path of [
      '/nowhere',
      '/my/nowhere/at/all',
      '/_astro/none.css',
      '/500',
      '/book/none',
      '/api/none',
    ]) {
      const { status, headers, text } = await send({ method: 'GET', path })
      expect([path, status]).toEqual([path, 404])
      expect(headers['content-security-policy']).toContain('frame-ancestors')
      expect(headers['x-content-type-options']).toBe('nosniff')
      if (!path.startsWith('/api')) expect(text).toContain('Page not found')
    }
  })
})

describe('a page of another site', () => {
  const login = { email: emailOf('dispatcher'), password }
  const foreign: Record<string, string>[] = [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: '', 'sec-fetch-site': 'cross-site' },
  ]

  test('signs no one in', async () => {
    for (const page of foreign) {
      for (const path of ['/api/users/login', '/api/app/session']) {
        const answer = await send({
          method: 'POST',
          path,
          headers: { ...json, ...page },
          body: JSON.stringify(login),
        })
        expect([path, page, answer.status]).toEqual([path, page, 403])
        expect(answer.headers['set-cookie']).toBeUndefined()
      }
      const headers = { 'content-type': 'application/x-www-form-urlencoded', ...page }
      const body = new URLSearchParams({ ...login, intent: 'password' }).toString()
      const answer = await send({ method: 'POST', path: '/sign-in', headers, body })
      expect([page, answer.status]).toEqual([page, 403])
      expect(answer.headers['set-cookie']).toBeUndefined()
    }
  })

  test('is not what a program or our own page is', async () => {
    for (const site of ['none', 'same-origin']) {
      const headers = { ...json, origin: '', 'sec-fetch-site': site }
      const answer = await send({
        method: 'POST',
        path: '/api/users/login',
        headers,
        body: JSON.stringify(login),
      })
      expect(answer.status).toBe(200)
    }
  })
})

describe('what is no form', () => {
  test('is refused by every page that takes one', async () => {
    const paths = [
      '/sign-in',
      '/book/direct',
      '/l/x',
      '/enter/x',
      '/reset/x',
      '/sign-out',
      '/nowhere',
    ]
    for (const path of paths) {
      for (const type of ['application/json', 'text/plain', 'application/xml', 'x']) {
        const answer = await send({
          method: 'POST',
          path,
          headers: { 'content-type': type },
          body: '{}',
        })
        expect([path, type, answer.status]).toEqual([path, type, 415])
      }
      const headers = { 'content-type': 'multipart/form-data; boundary=one' }
      expect((await send({ method: 'POST', path, headers, body: 'x' })).status).toBe(400)
    }
  })

  test('a form for a page that is not there answers 404', async () => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    const answer = await send({ method: 'POST', path: '/book/none', headers, body: 'intent=book' })
    expect(answer.status).toBe(404)
  })
})
