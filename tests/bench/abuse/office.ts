import pg from 'pg'
import type { Product } from '../../support/product.ts'
import type { Client } from './client.ts'

const accounts = 14
const sessionsEach = 5

/** Sessions of many colleagues, so that the limits of one account do not end the abuse. */
export const hireOffice = async (product: Product, ask: Client): Promise<string[]> => {
  const { email, password } = product.login('olivia')
  const database = new pg.Client({ connectionString: product.databaseUrl })
  await database.connect()
  const { rows } = await database.query<{ email: string }>(
    `insert into users select (jsonb_populate_record(model, jsonb_build_object(
        'id', gen_random_uuid(), 'email', 'office-' || n || '@example.com'))).*
      from users model, generate_series(1, $2::int) n where model.email = $1 returning email`,
    [email, accounts],
  )
  await database.end()
  const sessions: string[] = []
  for (const [at, one] of rows.entries()) {
    for (let number = 0; number < sessionsEach; number++) {
      const body = JSON.stringify({ email: one.email, password })
      const from = `198.18.${6 + number}.${at}`
      const { status, cookie } = await ask({ method: 'POST', path: '/api/app/session', from, body })
      if (status !== 200) throw new Error(`No session for ${one.email}: ${status}`)
      sessions.push(cookie)
    }
  }
  return sessions
}
