import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type App, startApp } from '../../support/app.ts'

let app: App

beforeAll(async () => {
  app = await startApp()
})

afterAll(() => app.stop())

describe('a number', () => {
  test.each([
    ['/services', { durationMinutes: 'ninety' }, 'durationMinutes'],
    ['/services', { priceAmount: '5 km' }, 'priceAmount'],
    ['/services', { taxPercent: 'Infinity' }, 'taxPercent'],
    ['/fieldworkers', { home: { lat: '33.8 S', lng: '151.2' } }, 'home.lat'],
    ['/globals/booking-settings', { travel: { speedKmh: 'fast' } }, 'travel.speedKmh'],
    [
      '/globals/financial-settings',
      { cancellationFees: [{ percent: '5%' }] },
      'cancellationFees.0.percent',
    ],
  ])('to %s with %j is refused', async (path, body, field) => {
    const answer = await app.request('POST', path, { as: 'admin', body })

    expect(answer).toMatchObject({
      status: 422,
      body: { errors: [{ code: 'invalid-input', message: 'Give this as a number.', field }] },
    })
  })
})
