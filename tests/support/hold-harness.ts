import { vi } from 'vitest'
import { type Held, heldSchema } from '../../src/contracts/scheduling/holds.ts'
import type { Person } from './people.ts'
import { runSql } from './run-sql.ts'
import { type Refused, type SlotHarness, wednesday } from './slot-harness.ts'

/** Nine and ten o'clock in Sydney on the Wednesday. */
export const nine = '2026-09-22T23:00:00.000Z'
export const ten = '2026-09-23T00:00:00.000Z'

/** The Monday on which these stories are told; call it before each. */
export const beginMonday = () => vi.setSystemTime(new Date('2026-09-21T00:00:00Z'))

type Options = { as?: Person; headers?: Record<string, string> }
type Told<Body> = { status: number; body: Body & Refused; code: string | undefined }

/** Words for stories about times that are kept; `from` is the address that asks. */
export type HoldHarness = {
  hold: (body: object, options?: Options) => Promise<Told<Held>>
  drop: (id: string) => Promise<{ status: number }>
  book: (body: object, options?: Options) => Promise<Told<{ id: string }>>
  /** Time passes, for the database too, by whose clock holds end. */
  minutesLater: (minutes: number) => Promise<void>
  /** Starts that are free on the Wednesday. */
  times: (service: string) => ReturnType<SlotHarness['timesOf']>
  /** What takes the person's time, in order. */
  occupied: (person: string) => Promise<{ kind: string }[]>
}

export const holdHarnessOf = ({ app, timesOf }: SlotHarness, from: () => string): HoldHarness => ({
  minutesLater: async (minutes) => {
    vi.setSystemTime(Date.now() + minutes * 60_000)
    await runSql(
      app.url,
      `update occupancies set expires_at = expires_at - $1 * interval '1 minute',
         created_at = created_at - $1 * interval '1 minute' where expires_at is not null`,
      [minutes],
    )
  },
  times: (service) => timesOf({ service, ...wednesday }),
  occupied: (person) =>
    runSql(app.url, 'select kind from occupancies where fieldworker_id = $1 order by starts_at', [
      person,
    ]),
  hold: async (body, { as, headers } = {}) => {
    const answer = await app.request<Held & Refused>('POST', '/app/holds', {
      body: { postcode: '2000', ...body },
      headers: { 'x-client-address': from(), ...headers },
      ...(as && { as }),
    })
    if (answer.status < 300) heldSchema.parse(answer.body)
    return { ...answer, code: answer.body.errors?.[0]?.code }
  },
  drop: (id) => app.request('DELETE', `/app/holds/${id}`),
  book: async (body, { headers = {} } = {}) => {
    const answer = await app.request<{ id: string } & Refused>('POST', '/app/bookings', {
      body: {
        address: { line1: '5 Test Street', suburb: 'Sydney', postcode: '2000' },
        customer: { name: 'Guest', phone: '0412345678' },
        ...body,
      },
      headers,
    })
    return { ...answer, code: answer.body.errors?.[0]?.code }
  },
})
