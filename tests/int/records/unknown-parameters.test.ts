import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type App, startApp } from '../../support/app.ts'

let app: App

beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.stop())

const day = 'from=2031-05-05&to=2031-05-05'
const start = 'start=2031-05-05T09:00:00Z'

describe('a question with a parameter that it does not know', () => {
  test.each([
    `/app/slots?service=x&${day}`,
    `/app/slots/explain?service=x&${start}`,
    `/app/slots/people?service=x&${start}`,
    `/app/finder?service=x&${day}`,
    `/app/nearby?date=2031-05-05`,
    `/app/board?${day}`,
    '/app/conflicts?',
    '/app/outbox?',
  ])('is refused in words at %s', async (path) => {
    const { status, body } = await app.request('GET', `${path}&fieldwroker=1`, { as: 'admin' })

    expect(status).toBe(422)
    expect((body as { errors: unknown[] }).errors).toContainEqual({
      code: 'invalid-input',
      message: 'Nothing here is called “fieldwroker”. Leave it out, or check the spelling.',
    })
  })
})
