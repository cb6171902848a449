import { createLocalReq } from 'payload'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createFirstAdmin } from '../../../src/operations/people/create-first-admin.ts'
import { type App, startApp } from '../../support/app.ts'
import { runSql } from '../../support/run-sql.ts'

let app: App

beforeAll(async () => {
  app = await startApp()
  await runSql(app.url, 'delete from users')
})
afterAll(() => app.stop())

test('no one makes the first account through the web', async () => {
  for (const collection of ['users', 'customers']) {
    const body = { name: 'X', email: 'x@y.test', password: 'correct horse battery' }
    const answer = await app.request('POST', `/${collection}/first-register`, { body })

    expect(answer.status).toBe(404)
  }
})

test('who runs the machine makes the first administrator, once, and they set a password', async () => {
  const req = await createLocalReq({}, app.payload)
  const person = { name: 'Ada', email: 'ada@example.org', now: Date.now() }
  const link = await createFirstAdmin(req, person)
  const token = link.split('/').at(-1)

  const set = await app.request('POST', '/app/session/reset', {
    body: { token, password: 'a sound password indeed' },
  })
  const login = await app.request('POST', '/users/login', {
    body: { email: person.email, password: 'a sound password indeed' },
  })

  expect(set.status).toBe(200)
  expect(login.status).toBe(200)
  await expect(createFirstAdmin(req, person)).rejects.toMatchObject({ code: 'not-allowed' })
})
