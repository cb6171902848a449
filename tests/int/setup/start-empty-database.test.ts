import { createLocalReq } from 'payload'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createFirstAdmin } from '../../../src/operations/people/create-first-admin.ts'
import { type App, startApp } from '../../support/app.ts'
import { password } from '../../support/people.ts'
import { runSql } from '../../support/run-sql.ts'
import { companyStart, faultsOf, sendStart, sessionOf } from '../../support/start-company.ts'

describe('in a database of one’s own', () => {
  let app: App
  let admin: string

  beforeAll(async () => {
    app = await startApp({ empty: true })
    const req = await createLocalReq({}, app.payload)
    const ada = { name: 'Ada', email: 'ada@example.org', now: Date.now() }
    const link = await createFirstAdmin(req, ada)
    const body = { token: link.split('/').at(-1), password }
    await app.request('POST', '/app/session/reset', { body })
    admin = await sessionOf(app, ada.email)
  }, 300_000)
  afterAll(() => app?.stop())

  test('the first administrator starts a company whose first fieldworker is invited', async () => {
    const person = { kind: 'other', name: 'Bo Berg', email: 'bo@lindqvist.example' }
    const where = { kind: 'place', line1: '1 Queen Street', postcode: '1010' }

    const answer = await sendStart(app, admin, { ...companyStart, person, where })

    expect(answer.status).toBe(201)
    expect(await faultsOf(app)).toEqual([])
    const mails = await runSql(app.url, `select event from deliveries`)
    expect(mails).toEqual([{ event: 'invitation' }])
    const worker = await runSql<{ kind: string }>(
      app.url,
      `select u.kind from users u join fieldworkers f on f.id = u.fieldworker_id and f.user_id = u.id`,
    )
    expect(worker).toEqual([{ kind: 'fieldworker' }])
  })
})
