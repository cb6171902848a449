import type { PayloadRequest } from 'payload'
import { checkSetup } from '../../src/operations/setup/check-setup.ts'
import type { App } from './app.ts'
import { password } from './people.ts'
import { runSql } from './run-sql.ts'

/** What the guide sends for a small company. */
export const companyStart = {
  company: {
    ...{ name: 'Lindqvist Plumbing', email: 'hello@lindqvist.example', country: 'NZ' },
    ...{ timezone: 'Pacific/Auckland', currency: 'NZD', locale: 'en-NZ', phone: '09 377 0000' },
  },
  where: { kind: 'postcodes', postcodes: '1010-1012, 1021' },
  service: { name: 'Leak repair', durationMinutes: 90, priceAmount: 18_000 },
  hours: [{ days: ['mon', 'tue', 'wed', 'thu', 'fri'], start: '08:00', end: '17:00' }],
  person: { kind: 'me', name: 'Maja Lindqvist' },
}

type Answer = { bookingPage: string; embed: string; errors: { code: string; message: string }[] }

export const sessionOf = async (app: App, email: string): Promise<string> => {
  const { headers } = await app.request('POST', '/app/session', { body: { email, password } })
  return headers.get('set-cookie')?.split(';')[0] ?? ''
}

export const sendStart = async (app: App, cookie: string, body: object) => {
  const headers = { cookie }
  const answer = await app.request<Answer>('POST', '/app/setup/start', { body, headers })
  return { ...answer, refusal: answer.body.errors?.[0] }
}

export const faultsOf = async (app: App) =>
  (await checkSetup({ payload: app.payload } as PayloadRequest)).faults

export const countOf = async (app: App, table: string) => {
  const [row] = await runSql<{ n: number }>(app.url, `select count(*)::int as n from ${table}`)
  return row?.n
}
